import FactoryCore
import Logging

/// Gives an existing installation its vault id: looks, lets somebody decide, writes.
struct Adoption: Sendable {
    /// How many rows are looked for in Storage.
    private static let sample = 1000

    private let settings: LibrarianSettings
    private let database: VaultLedger

    /// Brings the database's schema up to date first.
    ///
    /// - Throws: `StartupError` when inbox and Storage contain each other or a librarian works on the inbox, and what the
    ///   database throws, which has to answer.
    init(_ settings: LibrarianSettings, logger: Logger) async throws {
        try Premises.checkApart(settings.factory)
        self.settings = settings
        try await SchemaUpdate(settings: settings, logger: logger).apply()
        database = try await VaultLedger(settings)
        try checkUnused()
    }

    /// - Throws: `Obstacle` when a folder cannot be looked at.
    func look() async throws -> AdoptionFindings {
        let folders = try VaultFolders(settings)
        let paths = try await database.sample(Self.sample)
        let originals = try folders.originals()
        return AdoptionFindings(
            state: folders.state(try await database.look(), originalsAreEmpty: originals == 0), originals: originals,
            rows: try await database.count(), sampled: paths.count, present: try folders.present(paths),
            newest: try await database.newest())
    }

    /// Writes the id where the plan says.
    ///
    /// - Throws: `FileError` or `DatabaseError`; what was written stays, and a repetition completes it.
    func write(_ id: VaultID, to places: [VaultPlace]) async throws {
        // Somebody may have thought about the answer for long.
        try checkUnused()
        let folders = try VaultFolders(settings)
        if places.contains(.database) { try await database.replace(id) }
        for place in places { try folders.write(id, to: place, isReplacing: true) }
    }

    /// Nobody may rely on the ids that are about to change. The lock is not kept: a librarian that waits for an adoption
    /// looks now and then.
    private func checkUnused() throws {
        _ = try InboxLock.take(VaultFolders(settings).inbox, holder: "librarian adopt")
    }
}
