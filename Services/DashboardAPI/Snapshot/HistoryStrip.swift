import FactoryCore

/// The last 24 hours of a service, in quarters of an hour.
struct HistoryStrip: Sendable, Equatable {
    /// How a quarter of an hour was.
    enum Cell: String, Sendable {
        case ok
        case warning
        case error
        /// The service should have reported, and did not.
        case gap
        /// The service was not known yet.
        case none
    }

    static let seconds = 900
    static let count = 96

    /// `count` of them, the oldest first.
    let cells: [Cell]
    /// For how much of the time since it was first known the service was there, 0 to 1; nil when it never reported.
    let uptime: Double?

    /// Where the first quarter begins: the last one is the quarter in which `now` is.
    static func start(now: Timestamp) -> Timestamp {
        let current = Int(now.microseconds / 1_000_000) / seconds * seconds
        return Timestamp(seconds: current - (count - 1) * seconds)
    }

    /// - Parameters:
    ///   - stretches: of one service, in order; one with a number below 0 tells that it was known before.
    ///   - interval: how often it reports.
    init(_ stretches: [HistoryStretch], interval: Duration, now: Timestamp) {
        let start = Self.start(now: now)
        let reported = Dictionary(stretches.map { ($0.number, $0.worst) }) { _, later in later }
        var last = stretches.last { $0.number < 0 }.map { (number: $0.number, status: $0.worst) }
        var cells: [Cell] = []
        for number in 0..<Self.count {
            if let status = reported[number] {
                last = (number, status)
                cells.append(Self.cell(status))
            } else if let last {
                let end = min(now, start.adding(seconds: (number + 1) * Self.seconds))
                let silence = end.duration(since: start.adding(seconds: (last.number + 1) * Self.seconds))
                cells.append(silence < interval * 3 ? Self.cell(last.status) : .gap)
            } else {
                cells.append(.none)
            }
        }
        self.cells = cells
        uptime = Self.uptime(stretches, from: start, now: now)
    }

    private static func cell(_ status: ServiceStatus) -> Cell {
        switch status {
        case .ok: .ok
        case .warning: .warning
        case .error: .error
        }
    }

    private static func uptime(_ stretches: [HistoryStretch], from start: Timestamp, now: Timestamp) -> Double? {
        guard let first = stretches.first else { return nil }
        let span = now.duration(since: max(start, first.first))
        guard span > .zero else { return 1 }
        let covered = stretches.reduce(Duration.zero) { $0 + $1.covered }
        // Sums are of whole seconds, spans are not.
        return min(1, max(0, ((covered / span) * 10_000).rounded() / 10_000))
    }
}
