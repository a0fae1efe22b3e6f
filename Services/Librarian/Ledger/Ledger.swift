import FactoryCore

/// The librarian's view of the database: which content is known, and where its journal has got to.
struct Ledger: Sendable {
    private let database: Database
    private let librarian: String

    init(_ database: Database, librarian: String) {
        self.database = database
        self.librarian = librarian
    }

    /// How far this librarian's journal has been applied; nil for a new one.
    func position() async throws -> JournalPosition? {
        let statement = JournalPositionsTable.find(librarian: librarian)
        return try await database.use { try await $0.query(statement) { try JournalPositionsTable.position($0) } }.first
    }

    /// Which of these contents have a row.
    func known(_ fingerprints: [Fingerprint]) async throws -> [Fingerprint: StoredOriginal] {
        guard !fingerprints.isEmpty else { return [:] }
        let statement = MediaAssetsTable.find(fingerprints)
        let found = try await database.use { try await $0.query(statement) { try MediaAssetsTable.storedOriginal($0) } }
        return Dictionary(found.map { ($0.fingerprint, $0) }) { first, _ in first }
    }

    /// Writes the rows of filed assets and of files that did not become any, together with the journal's position.
    /// Assets can be recorded again: what is there already stays as it is.
    @discardableResult
    func record(
        _ entries: [LedgerEntry], intake: [IntakeRecord], position: PositionStep
    ) async throws -> LedgerAnswer {
        let assets = entries.map(\.asset)
        let step = position.statements(librarian: librarian)
        do {
            let rows = try await write(statements(entries) + [intakeStatement(intake)] + step)
            return LedgerAnswer(
                elsewhere: rows[0] == assets.count ? [] : try await elsewhere(assets),
                hasAdvanced: step.isEmpty || rows.last == 1)
        } catch let error as DatabaseError where error.consequence == .refuseRow {
            return try await recordOneByOne(entries, intake: intake, step: step)
        }
    }

    /// Rows are inserted where there are none, and then moved where a file was put in another place than before.
    private func statements(_ entries: [LedgerEntry]) -> [SQL] {
        let relocated = entries.filter(\.relocates).map(\.asset)
        let inserts = [MediaAssetsTable.insert(entries.map(\.asset))]
        return relocated.isEmpty ? inserts : inserts + [MediaAssetsTable.relocate(relocated)]
    }

    /// One bad row must not hold up the others.
    private func recordOneByOne(
        _ entries: [LedgerEntry], intake: [IntakeRecord], step: [SQL]
    ) async throws -> LedgerAnswer {
        var answer = LedgerAnswer()
        for entry in entries {
            if let reason = try await refusal(of: statements([entry])) {
                answer.refused.append((entry.asset, reason))
                try await write([intakeStatement([refusal(entry.asset, reason)])])
            }
        }
        for record in intake { _ = try await refusal(of: [intakeStatement([record])]) }
        answer.hasAdvanced = step.isEmpty ? true : try await write(step).last == 1
        let refused = Set(answer.refused.map(\.asset.fingerprint))
        answer.elsewhere = try await elsewhere(entries.map(\.asset).filter { !refused.contains($0.fingerprint) })
        return answer
    }

    /// Those of the assets whose content has a row that names another file than theirs. A row that names this very
    /// file is our own, from a commit whose answer was lost.
    private func elsewhere(_ assets: [MediaAsset]) async throws -> [StoredOriginal] {
        let known = try await known(assets.map(\.fingerprint))
        return assets.compactMap { asset in
            known[asset.fingerprint].flatMap { isSamePlace($0.finalPath, asset.finalPath) ? nil : $0 }
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

    private func intakeStatement(_ records: [IntakeRecord]) -> SQL {
        IntakeTable.insert(records, librarian: librarian)
    }

    /// Answers how many rows each statement wrote.
    @discardableResult
    private func write(_ statements: [SQL]) async throws -> [Int] {
        try await database.use { try await $0.transaction(statements) }
    }
}
