/// How a service's work gets on, for its heartbeat: a worker that hangs must not look alive.
public struct WorkProgress: Sendable, Equatable {
    /// Nothing moved for so many heartbeats although work waits: something hangs.
    private static let patientBeats = 3

    /// Whether there is work that could be done now.
    public let isWorkDue: Bool
    /// When a piece of work last had its turn.
    public let lastMove: Timestamp
    /// Since when the oldest piece of work waits, whether it is due or not; nil when none waits.
    public let oldest: Timestamp?

    public init(isWorkDue: Bool, lastMove: Timestamp, oldest: Timestamp?) {
        (self.isWorkDue, self.lastMove, self.oldest) = (isWorkDue, lastMove, oldest)
    }

    /// Whether work is due and nothing has moved for three intervals.
    public func isStalled(interval: Duration, now: Timestamp) -> Bool {
        isWorkDue && now.duration(since: lastMove) > interval * Self.patientBeats
    }

    /// How long the oldest piece of work has been waiting, in words; nil when none waits.
    public func age(now: Timestamp) -> String? {
        // What is due and has not had its turn has been waiting since something last had.
        [oldest, isWorkDue ? lastMove : nil].compactMap { $0 }.min().map {
            SpokenDuration.text(now.duration(since: $0))
        }
    }
}
