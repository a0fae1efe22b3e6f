import FactoryCore

/// The last 24 hours of a service, in quarters of an hour.
struct HistoryStrip: Sendable, Equatable {
    /// How a quarter of an hour was.
    enum Cell: String, Sendable {
        case ok
        case warning
        case error
        /// For a part of it the service should have reported, and did not: its light was red.
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
    init(_ stretches: [HistoryStretch], now: Timestamp) {
        let start = Self.start(now: now)
        let reported = Dictionary(stretches.map { ($0.number, $0.worst) }) { _, later in later }
        var last = stretches.last { $0.number < 0 }?.worst
        var cells: [Cell] = []
        for number in 0..<Self.count {
            last = reported[number] ?? last
            cells.append(last.map { Self.cell($0) } ?? .none)
        }
        for silence in stretches.compactMap(\.silence) {
            let first = Self.index(of: silence.lowerBound, start)
            // The heartbeat that ended the silence may be the first thing in its quarter.
            let end = Self.index(of: silence.upperBound.adding(seconds: -1), start)
            for number in max(0, first)..<max(0, first, min(Self.count, end + 1)) { cells[number] = .gap }
        }
        self.cells = cells
        uptime = Self.uptime(stretches, from: start, now: now)
    }

    private static func index(of time: Timestamp, _ start: Timestamp) -> Int {
        Int((time.duration(since: start) / .seconds(seconds)).rounded(.down))
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
