import FactoryCore

/// Whether Storage and database belong together: held against the ledger of another installation every file would look
/// damaged.
enum VaultMatch {
    /// - Throws: `StartupError` when each shows another vault id, `DatabaseError`.
    static func check(_ settings: LibrarianSettings, _ storage: Folder) async throws {
        guard case .answers(let database?, _) = try await VaultLedger(settings).look(),
            let storage = try VaultFile.read(in: storage)?.id, storage != database
        else { return }
        throw StartupError(
            "STORAGE (\(settings.factory.storage)) shows the vault id \(storage), but the database \(database): mount the "
                + "right folder, or name the right database")
    }
}
