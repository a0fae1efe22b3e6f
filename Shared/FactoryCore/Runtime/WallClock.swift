import Glibc

/// Tells the time of day. Everything that needs "now" is given one, so that tests can set it.
public protocol WallClock: Sendable {
    var now: Timestamp { get }
}

/// The system's clock: the only place of the program that reads it.
public struct SystemClock: WallClock {
    public init() {}

    public var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
    }
}
