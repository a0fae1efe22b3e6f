/// An instant, in microseconds (the resolution of PostgreSQL) since 1970-01-01 00:00:00 UTC.
///
/// Always within the calendar's years 1 to 9999: what lies beyond, as a damaged file system may say, is brought to the
/// nearer end, so that every instant can be written as a date.
public struct Timestamp: Sendable, Hashable {
    /// Negative before 1970.
    public let microseconds: Int64

    /// The instant so many microseconds after 1970-01-01 00:00:00 UTC, or the nearer end of the calendar.
    public init(microseconds: Int64) {
        self.microseconds = min(max(microseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// From the parts of a C `timespec`, `nanoseconds` being 0 to 999,999,999; finer parts than microseconds are dropped.
    public init(seconds: Int, nanoseconds: Int = 0) {
        let bounded = min(max(seconds, Self.secondsRange.lowerBound), Self.secondsRange.upperBound)
        self.init(microseconds: Int64(bounded) * 1_000_000 + Int64(min(max(nanoseconds, 0), 999_999_999) / 1000))
    }

    /// The instant at which a clock that keeps UTC shows `civil`.
    public init(utc civil: CivilTime) {
        self.init(microseconds: Int64(civil.secondsSince1970) * 1_000_000 + Int64(civil.microsecond))
    }

    /// The instant at which a clock that is `offset` ahead of UTC shows `civil`.
    public init(local civil: CivilTime, offset: UTCOffset) {
        self = Timestamp(utc: civil).adding(seconds: -offset.seconds)
    }

    /// What a clock that keeps UTC shows at this instant.
    public var utc: CivilTime { CivilTime(utcOf: self) }

    /// What a clock that is `offset` ahead of UTC shows at this instant.
    public func local(offset: UTCOffset) -> CivilTime {
        adding(seconds: offset.seconds).utc
    }

    /// The instant so many seconds later, or the nearer end of the calendar.
    public func adding(seconds: Int) -> Timestamp {
        adding(.seconds(seconds))
    }

    /// The instant `duration` later, to the microsecond, or the nearer end of the calendar.
    public func adding(_ duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let (whole, tooMuch) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, over) = microseconds.addingReportingOverflow(whole)
        guard !tooMuch, !over else { return seconds < 0 ? .distantPast : .distantFuture }
        return Timestamp(
            microseconds: min(max(sum, Self.range.lowerBound), Self.range.upperBound)
                + attoseconds / 1_000_000_000_000)
    }

    /// The time from `earlier` to this instant; negative when `earlier` is later.
    public func duration(since earlier: Timestamp) -> Duration {
        .microseconds(microseconds - earlier.microseconds)
    }

    /// 0001-01-01 00:00:00 UTC, before every file and every photo.
    public static let distantPast = Timestamp(microseconds: .min)

    /// 9999-12-31 23:59:59.999999 UTC.
    public static let distantFuture = Timestamp(microseconds: .max)

    private static let secondsRange = -62_135_596_800...253_402_300_799
    private static let range = -62_135_596_800_000_000...Int64(253_402_300_799_999_999)
}

extension Timestamp: Comparable {
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Timestamp: TextCodable {
    /// "YYYY-MM-DD HH:MM:SS.ffffff" in UTC: what PostgreSQL takes as `TIMESTAMP` in a database that keeps UTC.
    public var sqlText: String { utc.text(withFraction: true) }

    /// How many bytes `write` writes.
    package static let textSize = CivilTime.textSize(withFraction: true)

    /// Writes what `sqlText` answers into the first `textSize` bytes.
    package func write(to text: UnsafeMutableBufferPointer<UInt8>) {
        utc.write(to: text, withFraction: true)
    }

    /// Reads what `sqlText` writes and PostgreSQL answers: "YYYY-MM-DD HH:MM:SS" with up to six decimals, in UTC.
    public init?(sqlText: String) {
        guard let civil = CivilTime(sqlText) else { return nil }
        self.init(utc: civil)
    }

    public var description: String { sqlText }

    public init?(_ text: String) {
        self.init(sqlText: text)
    }
}
