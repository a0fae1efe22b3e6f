import FactoryCore

/// When in a year clocks are changed: `M10.5.0/3`, `J60/2` or `59`.
struct ZoneChange: Hashable {
    private enum Day: Hashable {
        /// Week 5 is the last of the month; weekday 0 is Sunday.
        case weekday(month: Int, week: Int, weekday: Int)
        /// 1 to 365, never counting February 29.
        case ofYearWithoutLeapDay(Int)
        /// 0 to 365.
        case ofYear(Int)
    }

    private let day: Day
    /// Seconds after midnight, up to a week before or after it.
    private let clock: Int

    init?(readingFrom cursor: inout ASCIICursor) {
        guard let day = Self.day(&cursor) else { return nil }
        self.day = day
        guard cursor.take(anyOf: "/") != nil else {
            clock = 2 * 3600
            return
        }
        guard let clock = cursor.zoneClock() else { return nil }
        self.clock = clock
    }

    /// Of the wall clock, counted from 1970.
    func seconds(year: Int) -> Int? {
        days(year).map { $0 * 86_400 + clock }
    }

    private static func day(_ cursor: inout ASCIICursor) -> Day? {
        if cursor.take(anyOf: "M") != nil {
            guard let month = cursor.number(digits: 1...2), (1...12).contains(month), cursor.take(anyOf: ".") != nil,
                let week = cursor.number(digits: 1...1), (1...5).contains(week), cursor.take(anyOf: ".") != nil,
                let weekday = cursor.number(digits: 1...1), weekday < 7
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        }
        let isWithoutLeapDay = cursor.take(anyOf: "J") != nil
        guard let number = cursor.number(digits: 1...3), ((isWithoutLeapDay ? 1 : 0)...365).contains(number) else {
            return nil
        }
        return isWithoutLeapDay ? .ofYearWithoutLeapDay(number) : .ofYear(number)
    }

    private func days(_ year: Int) -> Int? {
        switch day {
        case .weekday(let month, let week, let weekday): Self.day(year, month, week, weekday)
        case .ofYear(let number): CivilDay(year: year, month: 1, day: 1).map { $0.daysSince1970 + number }
        case .ofYearWithoutLeapDay(let number):
            number < 60
                ? CivilDay(year: year, month: 1, day: 1).map { $0.daysSince1970 + number - 1 }
                : CivilDay(year: year, month: 3, day: 1).map { $0.daysSince1970 + number - 60 }
        }
    }

    private static func day(_ year: Int, _ month: Int, _ week: Int, _ weekday: Int) -> Int? {
        guard let first = CivilDay(year: year, month: month, day: 1)?.daysSince1970 else { return nil }
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        let end = CivilDay(year: next.0, month: next.1, day: 1)?.daysSince1970 ?? first + 31
        // 1970-01-01 was a Thursday.
        let ofFirst = ((first + 4) % 7 + 7) % 7
        var day = first + (weekday - ofFirst + 7) % 7 + (week - 1) * 7
        while day >= end { day -= 7 }
        return day
    }
}
