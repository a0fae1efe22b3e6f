import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// An inbox, a storage and a database, all new, and committers that work on them.
struct Archive {
    let site: Site
    let database: ScratchDatabase

    /// A committer as a start of the librarian makes it. Only one of each id can live at a time.
    func committer(
        _ id: String = "librarian", unless stop: StopSignal = StopSignal(), missingLimit: Int = 20,
        admit: @escaping @Sendable (PostgresConnection) async throws -> Void = { _ in }
    ) throws -> Committer {
        try Committer(
            journal: site.journal(id),
            ledger: Ledger(database.settings, applicationName: "test", librarian: id), storage: site.storage,
            librarian: id, clock: SetClock(), stop: stop, missingLimit: missingLimit, admit: admit)
    }

    /// Brings the database up to the journal; answers how many filings it may have lacked.
    @discardableResult
    func catchUp(_ committer: Committer) async throws -> Int {
        let report = try await committer.record()
        if let outage = report.outage { throw outage }
        return report.recovery.caughtUp
    }

    /// Files a batch with all that follows, as the line does; answers what became of the files by their paths.
    @discardableResult
    func file(_ batch: [PreparedFile], by committer: Committer) async throws -> [String: FileOutcome] {
        var outcomes: [String: FileOutcome] = [:]
        var next = batch
        for _ in 0..<5 {
            let report = try await committer.file(next)
            for file in report.settled { outcomes[file.path.text] = file.outcome }
            _ = try await committer.record()
            next = []
            if await !committer.hasDeferred { return outcomes }
        }
        throw SupportError("The committer never came to an end.")
    }

    /// The ledger's rows: where each content stands below Originals.
    func rows() async throws -> [String] {
        let rows = try await database.connect().query("SELECT final_path FROM public.media_assets ORDER BY final_path")
        {
            try $0.string(0)
        }
        return rows.map { String($0.dropFirst(site.originalFiles.path.count + 1)) }
    }

    /// How far the database has applied the journal.
    func position() async throws -> JournalPosition {
        let statement = JournalPositionsTable.find(librarian: "librarian")
        let found = try await database.connect().query(statement) { try JournalPositionsTable.position($0) }
        return try #require(found.first)
    }

    /// The outcomes that were taken note of.
    func intake() async throws -> [String] {
        try await database.connect().query("SELECT outcome FROM factory.intake ORDER BY id") { try $0.string(0) }
    }

    /// Runs one statement.
    func change(_ statement: SQL) async throws {
        try await database.connect().execute(statement)
    }
}

/// Lends an archive of its own.
func withArchive<Result>(_ body: (Archive) async throws -> Result) async throws -> Result {
    try await withScratchDatabase { database in
        try await withSite { try await body(Archive(site: $0, database: database)) }
    }
}
