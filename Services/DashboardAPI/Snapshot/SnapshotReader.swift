import FactoryCore

/// Reads the parts of the document, each for itself: what fails leaves a part out, and the reason in its place.
actor SnapshotReader {
    /// What happened in the past changes slowly, and takes the longest to read.
    private static let historyAge: Duration = .seconds(15)

    private let pool: ReadPool
    private let clock: any WallClock
    private let inbox: VolumeSpace
    private let storage: VolumeSpace
    private let containers: ContainerWatch?
    private var history: (read: ContinuousClock.Instant, since: Timestamp, stretches: [String: [HistoryStretch]])?

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
        async let stretches = part { try await self.stretches(now: now) }
        async let counters = part { try await self.counters(now: now) }
        async let captured = part { try await self.captured() }
        async let recent = part { try await self.recent() }

        let known = facts.take(await states, "services")
        let past = facts.take(await stretches, "services.strip")
        let found = await findings
        facts.services = known.map { $0.map { Self.view($0, past, (try? found.get()) ?? nil, now: now) } }
        let counts = facts.take(await counters, "media")
        let range = facts.take(await captured, counts == nil ? nil : "media")
        if let counts, let range {
            facts.media = MediaPart(counters: counts, captured: range, today: now.utc.day)
        }
        if let counts, let known {
            facts.intake = IntakePart(counters: counts, waiting: WaitingFiles.count(known))
        } else {
            facts.degraded.append(
                Degradation(part: "intake", reason: facts.degraded.first?.reason ?? "it is not known"))
        }
        facts.recent = facts.take(await recent, "recent")
        if let complaint = facts.take(found, "containers")??.complaint {
            facts.degraded.append(Degradation(part: "containers", reason: "\(complaint)"))
        }
        facts.add(await room, inbox: inbox.path, storage: storage.path)
        return facts
    }

    /// The services alone, as `/api/v1/services` shows them.
    ///
    /// - Throws: when the database does not answer.
    func services() async throws -> [ServiceView] {
        let now = clock.now
        async let findings = part { try await self.containers?.findings() }
        let (states, stretches) = (try await states(), try await stretches(now: now))
        let found = (try? await findings.get()) ?? nil
        return states.map { Self.view($0, stretches, found, now: now) }
    }

    private static func view(
        _ state: ServiceState, _ stretches: [String: [HistoryStretch]]?, _ containers: ContainerFindings?,
        now: Timestamp
    ) -> ServiceView {
        let strip = stretches.map { HistoryStrip($0[state.name] ?? [], interval: state.interval, now: now) }
        return ServiceView(state: state, strip: strip, container: containers?.state(state.name), now: now)
    }

    private func part<Value: Sendable>(
        _ body: @Sendable () async throws -> Value
    ) async -> Result<Value, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    private func states() async throws -> [ServiceState] {
        try await pool.rows(ServicesTable.states) { try ServicesTable.state($0) }
    }

    private func stretches(now: Timestamp) async throws -> [String: [HistoryStretch]] {
        let since = HistoryStrip.start(now: now)
        if let history, history.since == since, history.read.duration(to: .now) < Self.historyAge {
            return history.stretches
        }
        let statement = SystemStatusHistoryTable.stretches(since: since, until: now, seconds: HistoryStrip.seconds)
        let rows = try await pool.rows(statement) { try SystemStatusHistoryTable.stretch($0) }
        let stretches = Dictionary(grouping: rows, by: \.service)
        history = (.now, since, stretches)
        return stretches
    }

    private func counters(now: Timestamp) async throws -> [Counter] {
        try await pool.rows(CountersTable.current(since: MediaPart.firstDay(now.utc.day))) {
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

    private func recent() async throws -> [AssetSummary] {
        try await pool.rows(MediaAssetsTable.recent(10)) { try MediaAssetsTable.assetSummary($0) }
    }
}
