import FoundationEssentials
import TestSupport

/// What one `librarian ingest --json` said.
struct IngestReport {
    /// The JSON document of the contract.
    struct Counts: Decodable {
        let seen: Int
        let filed: Int
        let duplicates: Int
        let healed: Int
        let quarantined: Int
        let ignored: Int
        let vanished: Int
        let pending: Int
        let bytes: Int
        let seconds: Double
    }

    let counts: Counts
    let exitCode: Int32

    /// What must equal `seen`: every file that was seen went exactly one way.
    var accountedFor: Int {
        counts.filed + counts.duplicates + counts.healed + counts.quarantined + counts.ignored + counts.vanished
            + counts.pending
    }

    /// Throws `SupportError` unless the program was done and standard output is exactly one line.
    init(_ run: ProgramRun) throws {
        let lines = run.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
        guard (0...1).contains(run.exitCode), lines.count == 2, lines[1].isEmpty else {
            throw SupportError(
                "Exit code \(run.exitCode), standard output “\(run.standardOutput)”, log: \(run.standardError)")
        }
        counts = try JSONDecoder().decode(Counts.self, from: Data(lines[0].utf8))
        exitCode = run.exitCode
        guard counts.seen == accountedFor else { throw SupportError("Files are unaccounted for: \(lines[0])") }
    }
}
