import FactoryCore

/// Where readers find what to read again, and write down what they found. Each reader has one of its own: over its
/// connection it holds what it has in hand, and nobody else reads that meanwhile.
actor ScrubDesk {
    /// How many assets are looked at to find some that have not been read.
    private static let stretch = 500
    /// How often all assets are gone through: a rebuilt ledger has rows of long ago that were not there.
    private static let walkEvery: Duration = .seconds(86_400)

    private let database: Database
    /// All up to there have been read.
    private var position = ScrubPosition.beginning
    private var walk = ContinuousClock.now

    init(_ database: Database) {
        self.database = database
    }

    /// The next originals to be read.
    ///
    /// - Parameter time: what was found and not looked at since then is looked at again.
    func look(findingsBefore time: Timestamp, limit: Int) async throws -> ScrubLook {
        let unread = try await unread(limit)
        let queries = [ScrubsTable.findings(checkedBefore: time, limit: limit), ScrubsTable.oldest(limit)]
        let (findings, oldest) = (try await ids(queries[0]), try await ids(queries[1]))
        let known = try await candidates(Array(Set(findings + oldest + unread.map(\.id))))
        let again = Set(findings)
        let sorted = known.sorted {
            let isFirst = (again.contains($0.row.id), again.contains($1.row.id))
            return isFirst.0 == isFirst.1 ? $0.dueSince < $1.dueSince : isFirst.0
        }
        return ScrubLook(
            candidates: Array(sorted.prefix(limit)), unread: unread.first?.ingestedAt,
            oldest: known.map(\.dueSince).min(), total: try await number(CountersTable.bytes),
            findings: try await number(ScrubsTable.countFindings))
    }

    /// An original as the tables know it now; nil when it has gone.
    func candidate(_ id: String) async throws -> ScrubCandidate? {
        try await candidates([id]).first
    }

    /// Takes an original, unless another reader has it or has read it since.
    func take(_ candidate: ScrubCandidate) async throws -> Bool {
        let id = candidate.row.id
        let isTaken = try await database.use { try await $0.query(ScrubsTable.lock(id)) { try $0.bool(0) } }.first
        guard isTaken == true else { return false }
        if let now = try await self.candidate(id), now.checkedAt == candidate.checkedAt { return true }
        try await release(id)
        return false
    }

    /// Gives it back. Where the connection was lost, the server has done so.
    func release(_ id: String) async throws {
        _ = try await database.use { try await $0.query(ScrubsTable.unlock(id)) { try $0.bool(0) } }
    }

    /// Writes down what was found.
    ///
    /// - Parameter isNews: whether anything is to be told of it: it is not well, or was not before.
    func record(_ reading: ScrubReading, isNews: Bool) async throws {
        let statements = [ScrubsTable.record(reading)] + (isNews ? [FailureRecordsTable.tell(reading)] : [])
        _ = try await database.use { try await $0.transaction(statements) }
    }

    /// Writes down how far all have come.
    func record(_ look: ScrubLook, canary: Timestamp?, now: Timestamp) async throws {
        let update = ScrubStateTable.update(unread: look.unread, oldest: look.oldest, canary: canary, now: now)
        _ = try await database.use { try await $0.execute(update) }
    }

    /// Assets that have not been read since they were filed, the first ones first.
    private func unread(_ limit: Int) async throws -> [ScrubStretchRow] {
        if ContinuousClock.now - walk > Self.walkEvery { (position, walk) = (.beginning, .now) }
        while true {
            let statement = ScrubsTable.stretch(behind: position, limit: Self.stretch)
            let rows = try await database.use { try await $0.query(statement, ScrubsTable.stretchRow) }
            let read = rows.prefix { !$0.isUnread }
            if let last = read.last { position = ScrubPosition(ingestedAt: last.ingestedAt, id: last.id) }
            let unread = rows.filter(\.isUnread)
            guard unread.isEmpty, rows.count == Self.stretch else { return Array(unread.prefix(limit)) }
            try Task.checkCancellation()
        }
    }

    private func ids(_ statement: SQL) async throws -> [String] {
        try await database.use { try await $0.query(statement) { try $0.string(0) } }
    }

    private func candidates(_ ids: [String]) async throws -> [ScrubCandidate] {
        guard !ids.isEmpty else { return [] }
        return try await database.use { try await $0.query(ScrubsTable.candidates(ids), ScrubsTable.candidate) }
    }

    private func number(_ statement: SQL) async throws -> Int {
        try await database.use { try await $0.query(statement) { try $0.int(0) } }.first ?? 0
    }
}
