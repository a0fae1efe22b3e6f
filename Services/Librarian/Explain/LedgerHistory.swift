import FactoryCore

/// What the database has to say of contents.
struct LedgerHistory: Sendable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The contents that were met at a path, or stand there.
    func contents(at path: String, ending: String) async throws -> [Fingerprint] {
        let statements = [
            MediaAssetsTable.fingerprints(path: path, ending: ending),
            IntakeTable.fingerprints(path: path, ending: ending),
        ]
        var contents: [Fingerprint] = []
        for statement in statements { contents += try await fingerprints(statement) }
        return contents
    }

    /// The contents whose hash begins with these digits; two or more are enough to tell that it is not one.
    func contents(beginningWith digits: String) async throws -> [Fingerprint] {
        try await fingerprints(MediaAssetsTable.hashes(beginningWith: digits, limit: 10))
    }

    func row(of content: Fingerprint) async throws -> AssetFacts? {
        let statement = MediaAssetsTable.facts(content)
        return try await database.use { try await $0.query(statement) { try MediaAssetsTable.assetFacts($0) } }.first
    }

    /// Those that belong to a content, and the content itself where it is one.
    func sidecars(of content: Fingerprint) async throws -> [RecordedSidecar] {
        let statement = SidecarsTable.find(content)
        return try await database.use { try await $0.query(statement) { try SidecarsTable.recordedSidecar($0) } }
    }

    func intake(of content: Fingerprint) async throws -> [IntakeRecord] {
        try await records(IntakeTable.find(content))
    }

    /// Files that were met at a path and not read to their end.
    func unread(at path: String, ending: String) async throws -> [IntakeRecord] {
        try await records(IntakeTable.findUnread(path: path, ending: ending))
    }

    private func records(_ statement: SQL) async throws -> [IntakeRecord] {
        try await database.use { try await $0.query(statement) { try IntakeTable.record($0) } }
    }

    /// Rows of old databases may have something else where a hash should be.
    private func fingerprints(_ statement: SQL) async throws -> [Fingerprint] {
        try await database.use { try await $0.query(statement) { try $0.string(0) } }.compactMap {
            Fingerprint(hex: $0)
        }
    }
}
