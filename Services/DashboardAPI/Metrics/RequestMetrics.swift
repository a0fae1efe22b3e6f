import Synchronization

/// How many requests were answered, how, and how long it took.
final class RequestMetrics: Sendable {
    /// Upper ends of the classes of latencies, in seconds.
    static let bounds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10]

    struct Figures: Sendable {
        /// By the class of the status, such as 2 for 200 to 299.
        var answers: [Int: Int] = [:]
        /// How many took as long as each of the bounds at most, and not less than the one before; the last is for the rest.
        var latencies = [Int](repeating: 0, count: RequestMetrics.bounds.count + 1)
        var seconds = 0.0
    }

    private let figures = Mutex(Figures())

    func add(status: Int, latency: Duration) {
        let seconds = latency / .seconds(1)
        figures.withLock { figures in
            figures.answers[status / 100, default: 0] += 1
            figures.latencies[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            figures.seconds += seconds
        }
    }

    var now: Figures { figures.withLock { $0 } }
}
