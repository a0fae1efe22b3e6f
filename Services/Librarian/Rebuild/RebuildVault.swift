import FactoryCore

/// The vault id of a database that was lost: it gets Storage's again, so that the librarian takes it for the right one.
enum RebuildVault {
    /// - Returns: the id that the database has to be given; nil when it needs none.
    /// - Throws: `StartupError` when Storage and database do not belong together.
    static func id(storage: VaultID?, database: VaultID?, hasRows: Bool) throws(StartupError) -> VaultID? {
        guard let storage else {
            guard let database else { return nil }
            throw StartupError(
                "Storage has no vault id, but the database shows \(database): is STORAGE mounted? If it is this one, run "
                    + "'librarian adopt' first")
        }
        guard let database else {
            guard !hasRows else {
                throw StartupError(
                    "the database has rows and no vault id: name the right database, or run 'librarian adopt' first if it "
                        + "is this one")
            }
            return storage
        }
        guard database == storage else {
            throw StartupError(
                "Storage shows the vault id \(storage), but the database \(database): mount the right folder, or name "
                    + "the right database")
        }
        return nil
    }

    /// Gives an empty database the id.
    static func settle(_ settings: LibrarianSettings, storage: Folder) async throws {
        let ledger = try await VaultLedger(settings)
        guard case .answers(let database, let isEmpty) = try await ledger.look() else { return }
        let id = try id(storage: VaultFile.read(in: storage)?.id, database: database, hasRows: !isEmpty)
        if let id { try await ledger.insert(id) }
    }
}
