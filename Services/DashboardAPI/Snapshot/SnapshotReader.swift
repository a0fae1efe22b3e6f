import FactoryCore

/// Reads the parts of the document, each for itself: what fails leaves a part out, and the reason in its place.
actor SnapshotReader {
    /// How many parts are read from the database at the same time.
    static let parts = 7

    private let pool: ReadPool
    private let clock: any WallClock
    private let inbox: VolumeSpace
    private let storage: VolumeSpace
    private let containers: ContainerWatch?
    private var histories: ServiceHistories?

    /// - Parameters:
    ///   - pool: for nobody else, so that no request of somebody's holds up the document.
    ///   - containers: nil where there is no Docker.
    init(pool: ReadPool, inbox: String, storage: String, containers: ContainerWatch?, clock: any WallClock) {
        (self.pool, self.containers, self.clock) = (pool, containers, clock)
        self.inbox = VolumeSpace(path: inbox, limit: .seconds(1))
        self.storage = VolumeSpace(path: storage, limit: .seconds(1))
    }

    func read() async -> SnapshotFacts {
        let now = clock.now
        var facts = SnapshotFacts(time: now)
        async let room = (inbox.look(), storage.look())
        async let findings = part { try await self.containers?.findings() }
        async let states = part { try await self.states() }
        async let past = part { try await self.histories(now: now) }
        async let counters = part { try await self.counters(now: now) }
        async let captured = part { try await self.captured() }
        async let recent = part { try await self.recent() }
        async let scrub = part { try await self.scrub() }
        async let backup = part { try await self.backup() }

        let known = facts.take(await states, "services")
        let histories = facts.take(await past, "services.strip")
        let found = await findings
        facts.services = known.map { $0.map { Self.view($0, histories, (try? found.get()) ?? nil, now: now) } }
        let counts = facts.take(await counters, "media")
        let range = facts.take(await captured, counts == nil ? nil : "media")
        if let counts, let range {
            facts.media = MediaPart(
                counters: counts, captured: range, filed: FiledDays(counts, zone: .process, now: now))
        }
        if let counts, let known {
            facts.intake = IntakePart(counters: counts, waiting: WaitingFiles.count(known, now: now))
        } else {
            facts.degraded.append(
                Degradation(part: "intake", reason: facts.degraded.first?.reason ?? "it is not known"))
        }
        facts.recent = facts.take(await recent, "recent")
        if let complaint = facts.take(found, "containers")??.complaint {
            facts.degraded.append(Degradation(part: "containers", reason: "\(complaint)"))
        }
        let scrubbed = facts.take(await scrub, "storage.scrub")?.map { ScrubView(summary: $0, now: now) }
        let copied = facts.take(await backup, "storage.backup")?.map { BackupView(summary: $0, now: now) }
        facts.add(await room, scrub: scrubbed, backup: copied, inbox: inbox.path, storage: storage.path)
        return facts
    }

    private static func view(
        _ state: ServiceState, _ histories: ServiceHistories?, _ containers: ContainerFindings?, now: Timestamp
    ) -> ServiceView {
        ServiceView(
            state: state, strip: histories?.strip(of: state), container: containers?.state(state.name), now: now)
    }

    private func part<Value: Sendable>(
        _ body: @Sendable () async throws -> Value
    ) async -> Result<Value, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    private func states() async throws -> [ServiceState] {
        try await pool.rows(ServicesTable.states) { try ServicesTable.state($0) }
    }

    private func histories(now: Timestamp) async throws -> ServiceHistories {
        if let histories, histories.isFresh(at: now) { return histories }
        let fresh = ServiceHistories(
            try await pool.rows(ServiceHistories.statement(until: now)) { try SystemStatusHistoryTable.stretch($0) },
            until: now)
        histories = fresh
        return fresh
    }

    private func counters(now: Timestamp) async throws -> [Counter] {
        try await pool.rows(CountersTable.current(since: FiledDays.firstDay(now: now))) {
            try CountersTable.counter($0)
        }
    }

    private func captured() async throws -> (first: CivilTime?, last: CivilTime?) {
        let range = try await pool.rows(MediaAssetsTable.captureRange) { row in
            (
                first: row.optionalString(0).flatMap { CivilTime($0) },
                last: row.optionalString(1).flatMap { CivilTime($0) }
            )
        }
        return range.first ?? (nil, nil)
    }

    private func scrub() async throws -> ScrubSummary? {
        try await pool.rows(ScrubStateTable.summary) { try ScrubStateTable.scrubSummary($0) }.first
    }

    private func backup() async throws -> BackupSummary? {
        try await pool.rows(BackupsTable.summary) { try BackupsTable.backupSummary($0) }.first
    }

    private func recent() async throws -> [AssetSummary] {
        try await pool.rows(MediaAssetsTable.recent(10)) { try MediaAssetsTable.assetSummary($0) }
    }
}
