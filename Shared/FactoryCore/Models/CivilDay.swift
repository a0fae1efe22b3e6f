/// A day of the proleptic Gregorian calendar between 0001-01-01 and 9999-12-31, which belongs to no time zone.
public struct CivilDay: Sendable, Hashable {
    /// 1 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the length of the month.
    public let day: Int

    /// Refuses what is not on the calendar.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.length(ofMonth: month, year: year)).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that lies `daysSince1970` after 1970-01-01; beyond the calendar's ends, its first or last day.
    public init(daysSince1970: Int) {
        let number = min(max(daysSince1970, Self.firstDay), Self.lastDay) - Self.firstDay
        let (year, dayOfYear) = Self.yearAndDay(ofDayNumber: number)
        var (month, rest) = (1, dayOfYear)
        while rest >= Self.length(ofMonth: month, year: year) {
            rest -= Self.length(ofMonth: month, year: year)
            month += 1
        }
        (self.year, self.month, self.day) = (year, month, rest + 1)
    }

    /// Negative before 1970-01-01.
    public var daysSince1970: Int {
        let earlierMonths = (1..<month).reduce(0) { $0 + Self.length(ofMonth: $1, year: year) }
        return Self.days(beforeYear: year) + earlierMonths + day - 1 + Self.firstDay
    }
}

extension CivilDay {
    /// 0001-01-01 and 9999-12-31, counted from 1970-01-01.
    private static let firstDay = -719_162
    private static let lastDay = 2_932_896

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 0001-01-01 to the first of January of `year`.
    private static func days(beforeYear year: Int) -> Int {
        let past = year - 1
        return 365 * past + past / 4 - past / 100 + past / 400
    }

    /// Splits a count of days since 0001-01-01 by the calendar's periods of 400, 100, 4 and 1 years. The last century
    /// of the 400 years and the last year of the four are one day longer than their siblings, hence the two limits.
    private static func yearAndDay(ofDayNumber number: Int) -> (year: Int, dayOfYear: Int) {
        var rest = number
        let eras = rest / 146_097
        rest %= 146_097
        let centuries = min(rest / 36_524, 3)
        rest -= centuries * 36_524
        let quads = rest / 1_461
        rest %= 1_461
        let years = min(rest / 365, 3)
        return (400 * eras + 100 * centuries + 4 * quads + years + 1, rest - years * 365)
    }
}

extension CivilDay: Comparable {
    public static func < (left: CivilDay, right: CivilDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDay: TextCodable {
    /// "YYYY-MM-DD".
    public var description: String {
        String(unsafeUninitializedCapacity: 10) { text in
            write(to: text)
            return 10
        }
    }

    /// Reads "YYYY-MM-DD"; nil for anything else.
    public init?(_ text: String) {
        var cursor = ASCIICursor(text)
        guard let day = CivilDay(readingFrom: &cursor), cursor.isAtEnd else { return nil }
        self = day
    }

    init?(readingFrom cursor: inout ASCIICursor) {
        guard let year = cursor.number(digits: 4...4), cursor.take(anyOf: "-") != nil,
            let month = cursor.number(digits: 2...2), cursor.take(anyOf: "-") != nil,
            let day = cursor.number(digits: 2...2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension CivilDay {
    /// Writes "YYYY-MM-DD" into the first ten bytes. Digit by digit: a file's journal lines, paths and rows have ten days.
    func write(to text: UnsafeMutableBufferPointer<UInt8>) {
        text.write(year, digits: 4, at: 0)
        text[4] = UInt8(ascii: "-")
        text.write(month, digits: 2, at: 5)
        text[7] = UInt8(ascii: "-")
        text.write(day, digits: 2, at: 8)
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes the last digits of a number that is not negative.
    func write(_ number: Int, digits: Int, at start: Int) {
        var rest = UInt(number)
        var position = start + digits
        while position > start {
            position -= 1
            self[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}
