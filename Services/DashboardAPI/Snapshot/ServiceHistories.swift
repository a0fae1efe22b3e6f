import FactoryCore

/// What the services said in the last 24 hours, as it was read at one moment.
struct ServiceHistories: Sendable {
    /// How old it may become: what happened in the past changes slowly, and takes the longest to read.
    private static let age: Duration = .seconds(15)

    /// Up to when they are told.
    let until: Timestamp
    private let read: ContinuousClock.Instant
    private let stretches: [String: [HistoryStretch]]

    /// - Parameter stretches: of all services, as `statement` answers them.
    init(_ stretches: [HistoryStretch], until: Timestamp, read: ContinuousClock.Instant = .now) {
        (self.until, self.read) = (until, read)
        self.stretches = Dictionary(grouping: stretches, by: \.service)
    }

    static func statement(until now: Timestamp) -> SQL {
        SystemStatusHistoryTable.stretches(
            since: HistoryStrip.start(now: now), until: now, seconds: HistoryStrip.seconds)
    }

    /// Whether it will do for a document of this time.
    func isFresh(at now: Timestamp) -> Bool {
        HistoryStrip.start(now: until) == HistoryStrip.start(now: now) && read.duration(to: .now) < Self.age
    }

    /// Nothing that came later is held against the service: the strip ends where the reading did.
    func strip(of state: ServiceState) -> HistoryStrip {
        HistoryStrip(stretches[state.name] ?? [], now: until)
    }
}
