import FactoryCore

/// A date as files write it, read by one rule for all sources:
/// `YYYY:M:D`, where "-", "/" and "." will do for ":", then perhaps `h:m[:s[.decimals]]` and an offset.
struct DateText: Hashable {
    /// Midnight where only the day was written.
    let local: CivilTime
    let hasTimeOfDay: Bool
    /// Nil where none was written or none that exists.
    let offset: UTCOffset?
    /// Whether the offset was the letter Z.
    let isZulu: Bool

    /// Refuses what is no date, and the dates that devices write when they know none. `now` bounds the future.
    init(_ text: String, now: Timestamp) throws(DateRefusal) {
        var cursor = ASCIICursor(text)
        var ahead = cursor
        ahead.skip(anyOf: " :-/.\t\0")
        guard !ahead.isAtEnd else { throw .blank }
        cursor.skip(anyOf: " \t\n\r")
        guard let day = cursor.dayFields() else { throw .unreadable }
        let clock = cursor.clockFields()
        cursor.skip(anyOf: " \t\n\r")
        let written = UTCOffset.Written(readingFrom: &cursor)
        cursor.skip(anyOf: " \t\n\r\0")
        guard cursor.isAtEnd else { throw .unreadable }

        guard let civilDay = CivilDay(year: day.year, month: day.month, day: day.day),
            let local = CivilTime(
                day: civilDay, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0, second: clock?.second ?? 0,
                microsecond: clock?.microsecond ?? 0)
        else { throw .onNoCalendar }
        if let refusal = Self.refusal(of: local, now: now) { throw refusal }

        self.local = local
        hasTimeOfDay = clock != nil
        offset = written?.offset
        isZulu = written?.isZulu ?? false
    }

    private static func refusal(of local: CivilTime, now: Timestamp) -> DateRefusal? {
        if local.day.year < 1826 { return .beforePhotography }
        let seconds = local.seconds(since: epoch)
        if seconds == zeroOfQuickTime { return .zeroOfQuickTime }
        if zerosOfUnix.contains(seconds), seconds % 900 == 0 { return .zeroOfUnix }
        return local > now.adding(seconds: 86_400).utc ? .future : nil
    }

    private static let epoch = Timestamp(seconds: 0).utc
    /// 1904-01-01 00:00:00.
    private static let zeroOfQuickTime = -2_082_844_800
    /// 1970-01-01 00:00:00 UTC as clocks show it from the west end of the zones to the east end, which lie whole
    /// quarter hours apart.
    private static let zerosOfUnix = -14 * 3600...14 * 3600
}

extension ASCIICursor {
    fileprivate mutating func dayFields() -> (year: Int, month: Int, day: Int)? {
        guard let year = number(digits: 4...4), take(anyOf: ":-/.") != nil, let month = number(digits: 1...2),
            take(anyOf: ":-/.") != nil, let day = number(digits: 1...2)
        else { return nil }
        return (year, month, day)
    }

    /// The time of day, a leap second counting as the one before; nil, with nothing taken, where none is written.
    fileprivate mutating func clockFields() -> (hour: Int, minute: Int, second: Int, microsecond: Int)? {
        var ahead = self
        guard ahead.skip(anyOf: " T:") > 0, let hour = ahead.number(digits: 1...2), ahead.take(anyOf: ":") != nil,
            let minute = ahead.number(digits: 1...2)
        else { return nil }
        self = ahead
        guard ahead.take(anyOf: ":") != nil, let second = ahead.number(digits: 1...2) else {
            return (hour, minute, 0, 0)
        }
        self = ahead
        var microsecond = 0
        if ahead.take(anyOf: ".,") != nil, let fraction = ahead.fractionAsMicroseconds() {
            self = ahead
            microsecond = fraction
        }
        return (hour, minute, second == 60 ? 59 : second, microsecond)
    }
}
