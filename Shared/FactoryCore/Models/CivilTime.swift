/// What a calendar and a clock on the wall show, to the microsecond; which instant that was depends on where they hang.
public struct CivilTime: Sendable, Hashable {
    public let day: CivilDay
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59: a leap second has to be turned into 59 before.
    public let second: Int
    /// 0 to 999,999.
    public let microsecond: Int

    /// Refuses what no clock shows.
    public init?(day: CivilDay, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999_999).contains(microsecond)
        else { return nil }
        self.day = day
        (self.hour, self.minute, self.second, self.microsecond) = (hour, minute, second, microsecond)
    }

    /// The wall clock that shows UTC at `instant`.
    init(utcOf instant: Timestamp) {
        let (days, ofDay) = instant.microseconds.dividedDown(by: 86_400_000_000)
        let seconds = Int(ofDay / 1_000_000)
        day = CivilDay(daysSince1970: Int(days))
        (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        microsecond = Int(ofDay % 1_000_000)
    }

    /// The same wall clock `seconds` later (earlier when negative); stops at the calendar's ends.
    public func adding(seconds: Int) -> CivilTime {
        Timestamp(utc: self).adding(seconds: seconds).utc
    }

    /// Whole seconds from `other` to this time on the same wall clock; fractions are left out of both.
    public func seconds(since other: CivilTime) -> Int {
        secondsSince1970 - other.secondsSince1970
    }

    var secondsSince1970: Int {
        day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    }
}

extension CivilTime: Comparable {
    public static func < (left: CivilTime, right: CivilTime) -> Bool {
        (left.day, left.hour, left.minute, left.second, left.microsecond)
            < (right.day, right.hour, right.minute, right.second, right.microsecond)
    }
}

extension CivilTime: TextCodable {
    /// "YYYY-MM-DD HH:MM:SS", with ".ffffff" where there is a fraction: what PostgreSQL takes as `TIMESTAMP`.
    public var sqlText: String { text(withFraction: microsecond != 0) }

    func text(withFraction: Bool) -> String {
        let size = Self.textSize(withFraction: withFraction)
        return String(unsafeUninitializedCapacity: size) { text in
            write(to: text, withFraction: withFraction)
            return size
        }
    }

    /// How many bytes `write` writes.
    package var textSize: Int { Self.textSize(withFraction: microsecond != 0) }

    /// Writes what `sqlText` answers into the first `textSize` bytes.
    package func write(to text: UnsafeMutableBufferPointer<UInt8>) {
        write(to: text, withFraction: microsecond != 0)
    }

    static func textSize(withFraction: Bool) -> Int { withFraction ? 26 : 19 }

    func write(to text: UnsafeMutableBufferPointer<UInt8>, withFraction: Bool) {
        day.write(to: text)
        text[10] = UInt8(ascii: " ")
        text.write(hour, digits: 2, at: 11)
        text[13] = UInt8(ascii: ":")
        text.write(minute, digits: 2, at: 14)
        text[16] = UInt8(ascii: ":")
        text.write(second, digits: 2, at: 17)
        if withFraction {
            text[19] = UInt8(ascii: ".")
            text.write(microsecond, digits: 6, at: 20)
        }
    }

    public var description: String { sqlText }

    /// Reads what `sqlText` writes and PostgreSQL answers: "YYYY-MM-DD HH:MM:SS" with up to six decimals.
    public init?(_ text: String) {
        var cursor = ASCIICursor(text)
        guard let day = CivilDay(readingFrom: &cursor), cursor.take(anyOf: " ") != nil,
            let hour = cursor.number(digits: 2...2), cursor.take(anyOf: ":") != nil,
            let minute = cursor.number(digits: 2...2), cursor.take(anyOf: ":") != nil,
            let second = cursor.number(digits: 2...2)
        else { return nil }
        var microsecond = 0
        if cursor.take(anyOf: ".") != nil {
            guard let fraction = cursor.fractionAsMicroseconds() else { return nil }
            microsecond = fraction
        }
        guard cursor.isAtEnd else { return nil }
        self.init(day: day, hour: hour, minute: minute, second: second, microsecond: microsecond)
    }
}

extension Int64 {
    /// Quotient and remainder of a division that rounds down, so that the remainder is never negative.
    fileprivate func dividedDown(by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
