import FoundationEssentials
import TestSupport

/// What one `librarian verify --json` said.
struct VerifyReport {
    /// The JSON document of the contract.
    struct Counts: Decodable {
        let checked: Int
        let ok: Int
        let missing: Int
        let damaged: Int
        let unrecorded: Int
        let lost: Int
        let journalDamages: Int

        var needsNoLook: Bool { missing + damaged + unrecorded + lost + journalDamages == 0 }

        private enum CodingKeys: String, CodingKey {
            case checked, ok, missing, damaged, unrecorded, lost
            case journalDamages = "journal_damages"
        }
    }

    let counts: Counts
    let exitCode: Int32
    /// Standard error, with a line for each finding.
    let log: String

    /// Throws `SupportError` unless the program was done and standard output is exactly one line that adds up.
    init(_ run: ProgramRun) throws {
        let lines = run.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
        guard (0...1).contains(run.exitCode), lines.count == 2, lines[1].isEmpty else {
            throw SupportError(
                "Exit code \(run.exitCode), standard output “\(run.standardOutput)”, log: \(run.standardError)")
        }
        counts = try JSONDecoder().decode(Counts.self, from: Data(lines[0].utf8))
        (exitCode, log) = (run.exitCode, run.standardError)
        guard counts.checked == counts.ok + counts.missing + counts.damaged + counts.unrecorded else {
            throw SupportError("The counts do not add up: \(lines[0])")
        }
    }
}

extension Installation {
    /// Verifies everything.
    func verify(_ arguments: [String] = [], with changes: [String: String] = [:]) async throws -> VerifyReport {
        try VerifyReport(await librarian(["verify", "--json"] + arguments, with: changes, within: .seconds(900)))
    }
}
