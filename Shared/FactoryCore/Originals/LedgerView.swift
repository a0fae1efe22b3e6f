/// The ledger as those see it who only read.
package struct LedgerView: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// The number of rows.
    package func count() async throws -> Int {
        try await database.use { try await $0.query(MediaAssetsTable.count) { try $0.int(0) } }.first ?? 0
    }

    /// The next rows by their ids; empty at the end.
    package func page(after id: String?, limit: Int) async throws -> [RecordedOriginal] {
        let statement = MediaAssetsTable.page(after: id, limit: limit)
        return try await database.use {
            try await $0.query(statement) { try MediaAssetsTable.recordedOriginal($0) }
        }
    }

    /// A row as it is now; nil when it has gone.
    package func row(_ id: String) async throws -> RecordedOriginal? {
        let statement = MediaAssetsTable.find(id: id)
        return try await database.use {
            try await $0.query(statement) { try MediaAssetsTable.recordedOriginal($0) }
        }.first
    }

    /// Which of these contents have a row, and where their files are.
    package func known(_ fingerprints: [Fingerprint]) async throws -> [Fingerprint: String] {
        guard !fingerprints.isEmpty else { return [:] }
        let statement = MediaAssetsTable.find(fingerprints)
        let found = try await database.use { try await $0.query(statement) { try MediaAssetsTable.storedOriginal($0) } }
        return Dictionary(found.map { ($0.fingerprint, $0.finalPath) }) { first, _ in first }
    }

    /// The next sidecars by their places; empty at the end.
    package func sidecars(after place: String, limit: Int) async throws -> [RecordedSidecar] {
        try await sidecars(SidecarsTable.page(after: place, limit: limit))
    }

    /// The sidecars that are recorded at one of these places.
    package func sidecars(at places: [String]) async throws -> [RecordedSidecar] {
        places.isEmpty ? [] : try await sidecars(SidecarsTable.find(places: places))
    }

    private func sidecars(_ statement: SQL) async throws -> [RecordedSidecar] {
        try await database.use {
            try await $0.query(statement) { try SidecarsTable.recordedSidecar($0) }
        }
    }

    /// How far a librarian's journal has been applied; nil when it never was.
    package func position(of librarian: String) async throws -> JournalPosition? {
        let statement = JournalPositionsTable.find(librarian: librarian)
        return try await database.use { try await $0.query(statement) { try JournalPositionsTable.position($0) } }.first
    }
}
