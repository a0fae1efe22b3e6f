import FactoryCore

/// Joins the date and the time of IPTC-IIM to one text.
enum IPTCDate {
    /// Of 2:55 (CCYYMMDD) and 2:60 (HHMMSS±HHMM); the day alone where the time is missing or none.
    static func candidate(_ iptc: IPTCFields) -> DateCandidate? {
        guard let date = iptc.dateCreated else { return nil }
        let day = day(date)
        let text = iptc.timeCreated.flatMap(clock).map { "\(day) \($0)" } ?? day
        return DateCandidate(source: .iptcCreated, text: text, meaning: .local)
    }

    /// "YYYY-MM-DD" of eight digits; any other text as it is.
    private static func day(_ text: String) -> String {
        var cursor = ASCIICursor(text)
        cursor.skip(anyOf: " \0")
        guard let year = cursor.number(digits: 4...4), let month = cursor.number(digits: 2...2),
            let day = cursor.number(digits: 2...2)
        else { return text }
        cursor.skip(anyOf: " \0")
        return cursor.isAtEnd ? "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" : text
    }

    /// "HH:MM:SS±HH:MM", with or without the offset; nil for what no clock shows.
    private static func clock(_ text: String) -> String? {
        var cursor = ASCIICursor(text)
        cursor.skip(anyOf: " \0")
        guard let hour = cursor.number(digits: 2...2) else { return nil }
        _ = cursor.take(anyOf: ":")
        guard let minute = cursor.number(digits: 2...2) else { return nil }
        _ = cursor.take(anyOf: ":")
        let second = cursor.number(digits: 2...2) ?? 0
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        let offset = UTCOffset.Written(readingFrom: &cursor)?.offset
        return "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))\(offset.map(\.description) ?? "")"
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
