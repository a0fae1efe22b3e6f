import FactoryCore
import FoundationEssentials
import TestSupport

/// What one `librarian scrub --json` said.
struct ScrubReport {
    /// The JSON document of the contract.
    struct Counts: Decodable {
        let checked, ok, rot, edited, truncated, missing, moved, unreadable, bytes: Int
        let oldestDays: Double
        let canary: Bool

        private enum CodingKeys: String, CodingKey {
            case checked, ok, rot, edited, truncated, missing, moved, unreadable, bytes, canary
            case oldestDays = "oldest_days"
        }
    }

    let counts: Counts
    let exitCode: Int32
    /// Standard error, with a line for each finding that is new.
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
        let found = counts.rot + counts.edited + counts.truncated + counts.missing + counts.moved + counts.unreadable
        guard counts.checked == counts.ok + found else { throw SupportError("The counts do not add up: \(lines[0])") }
    }
}

extension Installation {
    /// Reads originals again.
    func scrub(_ arguments: [String] = [], with changes: [String: String] = [:]) async throws -> ScrubReport {
        try ScrubReport(await librarian(["scrub", "--json"] + arguments, with: changes))
    }

    /// The finding of each original that was read again, by its name.
    func scrubbed() async throws -> [String: String] {
        let rows = try await database.connect().query(
            """
            SELECT original_name, finding FROM factory.scrubs JOIN media_assets ON media_assets.id = scrubs.asset_id
            """
        ) { (try $0.string(0), try $0.string(1)) }
        return Dictionary(rows) { $1 }
    }
}
