import Glibc

/// The time zone in which the library's owner lives: instants that come without a place's clock are shown by it.
public enum LibraryZone: Sendable, Hashable {
    /// What the environment variable TZ names, else the system's zone.
    case process
    case fixed(UTCOffset)

    /// What a clock of this zone shows at `instant`, and how far it is ahead of UTC then. The offset is missing for
    /// the long past, when places kept their own suns' time by the second and beyond fourteen hours.
    public func clock(at instant: Timestamp) -> (local: CivilTime, offset: UTCOffset?) {
        switch self {
        case .process: Self.processClock(at: instant)
        case .fixed(let offset): (instant.local(offset: offset), offset)
        }
    }

    private static func processClock(at instant: Timestamp) -> (local: CivilTime, offset: UTCOffset?) {
        var seconds = time_t((Double(instant.microseconds) / 1_000_000).rounded(.down))
        var fields = tm()
        guard localtime_r(&seconds, &fields) != nil else { return (instant.utc, .utc) }
        let local = instant.adding(seconds: fields.tm_gmtoff).utc
        return (local, fields.tm_gmtoff % 60 == 0 ? UTCOffset(minutes: fields.tm_gmtoff / 60) : nil)
    }
}
