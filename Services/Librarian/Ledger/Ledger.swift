import FactoryCore

/// The librarian's view of the database: which content is known, and where its journal has got to. What is called for
/// every batch does not keep the committer's thread from filing while it writes statements.
struct Ledger: Sendable {
    private let database: Database
    private let librarian: String

    /// Has a connection of its own, which is opened when it is first needed.
    ///
    /// - Parameters:
    ///   - applicationName: what `pg_stat_activity` calls the connection.
    ///   - librarian: whose journal it is.
    init(_ settings: ConnectionSettings, applicationName: String, librarian: String) {
        var settings = settings
        settings.looksUpRows = true
        database = Database(settings, applicationName: applicationName)
        self.librarian = librarian
    }

    /// Opens a connection unless there is one, and lends it to `look`.
    ///
    /// - Throws: `DatabaseError` when it does not open; at once while nobody tries to reach it again. What `look` throws.
    func reach(_ look: @Sendable (PostgresConnection) async throws -> Void) async throws {
        try await database.use(look)
    }

    /// How far this librarian's journal has been applied; nil for a new one.
    func position() async throws -> JournalPosition? {
        let statement = JournalPositionsTable.find(librarian: librarian)
        return try await database.use { try await $0.query(statement) { try JournalPositionsTable.position($0) } }.first
    }

    /// Which of these contents have a row.
    @concurrent
    func known(_ fingerprints: [Fingerprint]) async throws -> [Fingerprint: StoredOriginal] {
        guard !fingerprints.isEmpty else { return [:] }
        let statement = MediaAssetsTable.find(fingerprints).kept()
        let found = try await database.use { try await $0.query(statement) { try MediaAssetsTable.storedOriginal($0) } }
        return Dictionary(found.map { ($0.fingerprint, $0) }) { first, _ in first }
    }

    /// Which assets came under one of these stems or with one of these identifiers, by what they were asked for.
    @concurrent
    func companions(stems: [String], contentIdentifiers: [String]) async throws -> [String: [FiledAsset]] {
        guard !stems.isEmpty || !contentIdentifiers.isEmpty else { return [:] }
        let statement = try AssetNamesTable.find(stems: stems, contentIdentifiers: contentIdentifiers).kept()
        let found = try await database.use { try await $0.query(statement) { try AssetNamesTable.filedAsset($0) } }
        return Dictionary(grouping: found) { $0.askedFor }.mapValues { $0.map(\.asset) }
    }

    /// Where up to `limit` of the originals should stand.
    func sample(_ limit: Int) async throws -> [OriginalPath] {
        let statement = MediaAssetsTable.sample(limit)
        let paths = try await database.use { try await $0.query(statement) { try $0.string(0) } }
        return paths.compactMap { Originals.path(ofLedger: $0) }
    }

    /// Writes the rows of a batch and moves the journal's position behind it, in one transaction, provided that the
    /// contents are new, or have their rows if their purpose is to restore them.
    ///
    /// - Returns: false when that was not so, and nothing was written, or when the position was not where the librarian
    ///   left it. In both cases the journal has to be applied from where the database is.
    @concurrent
    func append(_ rows: OwedRows, from: JournalPosition?, to: JournalPosition) async throws -> Bool {
        let new = rows.entries.filter { !$0.intent.purpose.restores }
        let restored = rows.entries.filter(\.intent.purpose.restores)
        var statements: [SQL] = []
        if !new.isEmpty {
            statements.append(MediaAssetsTable.insert(new.map(\.asset), keepsKnown: false))
            statements.append(try AssetNamesTable.insert(new.map(\.name), keepsKnown: false))
        }
        if !restored.isEmpty { statements.append(MediaAssetsTable.relocate(restored.map(\.asset))) }
        statements += try statementsBeside(rows, restored.map(\.name) + rows.names)
        statements.append(JournalPositionsTable.advance(librarian: librarian, from: from, to: to))
        do {
            return try await write(statements.map { $0.kept() }).last == 1
        } catch let error as DatabaseError where error.consequence == .refuseRow {
            return false
        }
    }

    /// Writes those rows that are not there yet. Can be repeated.
    func replay(_ rows: OwedRows) async throws -> LedgerAnswer {
        guard !rows.isEmpty else { return LedgerAnswer() }
        let assets = rows.entries.map(\.asset)
        do {
            let insert = MediaAssetsTable.insert(assets, keepsKnown: true)
            let written = try await write([insert] + statementsBeside(rows, rows.entries.map(\.name) + rows.names))
            return LedgerAnswer(conflicts: written[0] == assets.count ? [] : try await conflicts(rows.entries))
        } catch let error as DatabaseError where error.consequence == .refuseRow {
            return try await replayOneByOne(rows)
        }
    }

    /// Makes the rows of these contents name these files.
    func relocate(_ entries: [LedgerEntry]) async throws {
        guard !entries.isEmpty else { return }
        try await write([MediaAssetsTable.relocate(entries.map(\.asset))])
    }

    /// Forgets how far the journal was applied: it is applied from its beginning next.
    func forget() async throws {
        try await write([JournalPositionsTable.forget(librarian: librarian)])
    }

    /// Notes how far the journal is applied, wherever that was before.
    func set(_ position: JournalPosition) async throws {
        try await write([JournalPositionsTable.upsert(librarian: librarian, position)])
    }

    /// One bad row must not hold up the others.
    private func replayOneByOne(_ rows: OwedRows) async throws -> LedgerAnswer {
        var answer = LedgerAnswer()
        for entry in rows.entries {
            let insert = MediaAssetsTable.insert([entry.asset], keepsKnown: true)
            guard let reason = try await refusal(of: [insert]) else { continue }
            answer.refused.append((entry, reason))
            // What a database cannot take for a row it may not take for a note either.
            _ = try await self.refusal(of: [intakeStatement([refusal(entry.asset, reason)])])
        }
        for record in rows.records { _ = try await refusal(of: [intakeStatement([record])]) }
        for sidecar in rows.sidecars {
            _ = try await refusal(of: [SidecarsTable.upsert([sidecar], librarian: librarian)])
        }
        for name in rows.entries.map(\.name) + rows.names {
            _ = try await refusal(of: [try AssetNamesTable.insert([name], keepsKnown: true)])
        }
        let refused = Set(answer.refused.map(\.entry.asset.fingerprint))
        answer.conflicts = try await conflicts(rows.entries.filter { !refused.contains($0.asset.fingerprint) })
        return answer
    }

    /// Those whose content has a row that names another file than theirs. A row that names this very file is our own,
    /// from a commit whose answer was lost.
    private func conflicts(_ entries: [LedgerEntry]) async throws -> [LedgerConflict] {
        let known = try await known(entries.map(\.asset.fingerprint))
        return entries.compactMap { entry in
            guard let stored = known[entry.asset.fingerprint], !isSamePlace(stored.finalPath, entry.asset.finalPath)
            else { return nil }
            return LedgerConflict(entry: entry, stored: stored)
        }
    }

    /// The storage may be mounted elsewhere for another librarian: only the path below Originals counts. By bytes: to a
    /// String two spellings of a letter are equal, to a file system they are two files.
    private func isSamePlace(_ one: String, _ other: String) -> Bool {
        guard let one = Originals.path(ofLedger: one), let other = Originals.path(ofLedger: other) else {
            return one.utf8.elementsEqual(other.utf8)
        }
        return one.text.utf8.elementsEqual(other.text.utf8)
    }

    private func refusal(of statements: [SQL]) async throws -> String? {
        do {
            try await write(statements)
            return nil
        } catch let error as DatabaseError where error.consequence == .refuseRow {
            return error.message
        }
    }

    private func refusal(_ asset: MediaAsset, _ reason: String) -> IntakeRecord {
        IntakeRecord(
            outcome: .refused, originalPath: asset.originalPath, originalName: asset.originalName, size: asset.size,
            fingerprint: asset.fingerprint, storedPath: asset.finalPath,
            reason: "the database refused its row: \(reason)", time: asset.ingestedAt)
    }

    /// For everything but the assets themselves, which come before.
    ///
    /// - Parameter names: of which some may be known already.
    private func statementsBeside(_ rows: OwedRows, _ names: [AssetName]) throws(DatabaseError) -> [SQL] {
        var statements: [SQL] = []
        if !names.isEmpty { statements.append(try AssetNamesTable.insert(names, keepsKnown: true)) }
        if !rows.sidecars.isEmpty { statements.append(SidecarsTable.upsert(rows.sidecars, librarian: librarian)) }
        if !rows.records.isEmpty { statements.append(intakeStatement(rows.records)) }
        return statements
    }

    private func intakeStatement(_ records: [IntakeRecord]) -> SQL {
        IntakeTable.insert(records, librarian: librarian)
    }

    /// Answers how many rows each statement wrote.
    @discardableResult
    private func write(_ statements: [SQL]) async throws -> [Int] {
        try await database.use { try await $0.transaction(statements) }
    }
}
