import FactoryCore

/// The rule for all time after the last transition, in the form of the variable TZ (POSIX, with the hours of RFC 8536):
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneFooter: Hashable {
    /// Seconds ahead of UTC.
    private let standard: Int
    private let summer: Summer?

    private struct Summer: Hashable {
        let offset: Int
        let start: ZoneChange
        let end: ZoneChange
    }

    /// Nil for what is no such rule.
    init?(_ text: String) {
        var cursor = ASCIICursor(text)
        guard cursor.skipZoneName(), let west = cursor.zoneClock() else { return nil }
        standard = -west
        guard !cursor.isAtEnd else {
            summer = nil
            return
        }
        guard cursor.skipZoneName() else { return nil }
        let summerWest = cursor.next == UInt8(ascii: ",") ? west - 3600 : cursor.zoneClock()
        guard let summerWest, cursor.take(anyOf: ",") != nil, let start = ZoneChange(readingFrom: &cursor),
            cursor.take(anyOf: ",") != nil, let end = ZoneChange(readingFrom: &cursor), cursor.isAtEnd
        else { return nil }
        summer = Summer(offset: -summerWest, start: start, end: end)
    }

    /// Seconds ahead of UTC at so many seconds since 1970.
    func offset(at seconds: Int) -> Int {
        guard let summer else { return standard }
        let year = Timestamp(seconds: seconds + standard).utc.day.year
        guard let start = summer.start.seconds(year: year), let end = summer.end.seconds(year: year) else {
            return standard
        }
        // Each change happens by the clock that was valid before it.
        let (startsAt, endsAt) = (start - standard, end - summer.offset)
        let isSummer =
            startsAt < endsAt ? (startsAt..<endsAt).contains(seconds) : !(endsAt..<startsAt).contains(seconds)
        return isSummer ? summer.offset : standard
    }
}
