import Glibc

/// Tells the time of day. Everything that needs "now" is given one, so that tests can set it.
public protocol WallClock: Sendable {
    /// The instant at which it is asked.
    var now: Timestamp { get }
}

/// The system's clock: the only place of the program that reads it.
public struct SystemClock: WallClock {
    /// A clock that any number of owners may read.
    public init() {}

    /// The time of day, to the microsecond.
    public var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
    }

    /// How long the machine has been awake since it was started: the same to all its programs, and nobody sets it.
    public static var awake: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
