/// Heartbeats that could not be written yet, oldest first. Bounded: when it is full every second one is dropped, so
/// that a long outage is remembered more coarsely instead of only by its end.
struct HeartbeatSpool: Sendable {
    private(set) var waiting: [Heartbeat] = []
    private let capacity: Int

    init(capacity: Int = 1440) {
        self.capacity = max(2, capacity)
    }

    mutating func add(_ beat: Heartbeat) {
        if waiting.count >= capacity {
            waiting = waiting.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        }
        waiting.append(beat)
    }

    /// Forgets the `count` oldest, which have been written.
    mutating func removeFirst(_ count: Int) {
        waiting.removeFirst(min(count, waiting.count))
    }
}
