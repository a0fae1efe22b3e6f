import FactoryCore
import FoundationEssentials
import TestSupport

/// What one `librarian rebuild --json` said.
struct RebuildReport: Decodable {
    let applied: Int
    let recorded: Int
    let relocated: Int
}

extension Installation {
    /// Makes the ledger again; throws `SupportError` unless the exit code is the expected one.
    func rebuild(
        exitCode: Int32 = 0, with changes: [String: String] = [:]
    ) async throws -> (report: RebuildReport, log: String) {
        let run = try await librarian(["rebuild", "--json"], with: changes)
        guard run.exitCode == exitCode, run.standardOutput.split(separator: "\n").count == 1 else {
            throw SupportError("Exit code \(run.exitCode): \(run.standardOutput)\(run.standardError)")
        }
        return (
            try JSONDecoder().decode(RebuildReport.self, from: Data(run.standardOutput.utf8)), run.standardError
        )
    }

    /// Takes everything from the database that the factory wrote, its vault id too.
    func emptyDatabase() async throws {
        try await database.connect().execute(
            "TRUNCATE media_assets, factory.intake, factory.journal_positions, factory.vault CASCADE")
    }
}
