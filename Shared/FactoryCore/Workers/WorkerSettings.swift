/// How a worker shares the machine with others.
public struct WorkerSettings: Sendable {
    /// Who this replica is among those of its service: no two may be called the same.
    public var replica: String
    /// How many assets it works on at once.
    public var width: Int
    /// How many it takes at once.
    public var batch: Int
    /// How long a claim lasts unless it is renewed, which happens three times in that while.
    public var lease: Duration
    /// How long it waits for new assets when there are none.
    public var pause: Duration
    /// What is written down as slow.
    public var slow: Duration
    public var quietHours: QuietHours?

    public init(
        replica: String, width: Int, batch: Int? = nil, lease: Duration = .seconds(120), pause: Duration = .seconds(10),
        slow: Duration = .seconds(30), quietHours: QuietHours? = nil
    ) {
        (self.replica, self.width, self.lease, self.pause) = (replica, width, lease, pause)
        self.batch = batch ?? width * 8
        (self.slow, self.quietHours) = (slow, quietHours)
    }
}
