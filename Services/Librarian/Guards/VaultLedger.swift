import FactoryCore

/// The database's part of the vault, over a connection that is open for as long as this value lives.
struct VaultLedger: Sendable {
    let connection: PostgresConnection

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// - Throws: `DatabaseError`; its consequence is `.retry` while the database does not answer.
    init(_ settings: LibrarianSettings) async throws {
        connection = try await PostgresConnection.open(
            settings.factory.database, applicationName: "\(settings.heartbeatName) guards")
    }

    /// What the database shows.
    func look() async throws -> VaultState.Ledger {
        .answers(id: try await id(), isEmpty: try await isEmpty())
    }

    /// Gives the database an id unless somebody else was faster.
    func insert(_ id: VaultID) async throws {
        try await connection.execute(VaultTable.insert(id))
    }

    /// Gives the database an id, whichever it had.
    func replace(_ id: VaultID) async throws {
        try await connection.execute(VaultTable.replace(id))
    }

    /// How many assets have a row.
    func count() async throws -> Int {
        try await connection.query(MediaAssetsTable.count) { try $0.int(0) }.first ?? 0
    }

    /// Where up to `limit` assets should stand, by the ledger.
    func sample(_ limit: Int) async throws -> [String] {
        try await connection.query(MediaAssetsTable.sample(limit)) { try $0.string(0) }
    }

    /// Where the asset that was filed last should stand; nil when there is none.
    func newest() async throws -> String? {
        try await connection.query(MediaAssetsTable.newest) { try $0.string(0) }.first
    }

    private func id() async throws -> VaultID? {
        try await connection.query(VaultTable.find) { try VaultTable.id($0) }.first
    }

    private func isEmpty() async throws -> Bool {
        try await connection.query(MediaAssetsTable.isEmpty) { try $0.bool(0) }.first ?? false
    }
}
