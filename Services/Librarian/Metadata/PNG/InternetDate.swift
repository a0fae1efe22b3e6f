import FactoryCore

/// A date as mail has it ("Sun, 22 May 2016 10:09:08 +0200", RFC 1123), which the standard of PNG suggests.
enum InternetDate {
    /// In the form of EXIF's dates, "2016:05:22 10:09:08+02:00"; nil for what is written otherwise.
    static func exifText(_ text: String) -> String? {
        var words = text.split { " ,\t".contains($0) }.prefix(7).map(String.init)
        if let first = words.first, first.first?.isLetter == true { words.removeFirst() }
        guard words.count >= 4, let day = Int(words[0]), let month = month(words[1]), let year = year(words[2]) else {
            return nil
        }
        let clock = words[3].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard clock.count == 2 || clock.count == 3, let hour = clock[0], let minute = clock[1] else { return nil }
        guard let second = clock.count == 3 ? clock[2] : 0 else { return nil }
        guard let offset = words.count > 4 ? offset(words[4]) : "" else { return nil }
        let date = "\(year):\(padded(month)):\(padded(day))"
        return "\(date) \(padded(hour)):\(padded(minute)):\(padded(second))\(offset)"
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// The zones that the standard of mail names (RFC 822).
    private static let zones = [
        "UT": "+00:00", "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "EST": "-05:00", "EDT": "-04:00",
        "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
    ]

    private static func month(_ word: String) -> Int? {
        months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
    }

    /// Of two digits, the century that the standard of mail gives them.
    private static func year(_ word: String) -> Int? {
        guard let number = Int(word), (0...9999).contains(number), word.count == 4 || word.count == 2 else {
            return nil
        }
        return word.count == 4 ? number : number + (number < 50 ? 2000 : 1900)
    }

    private static func offset(_ word: String) -> String? {
        if let zone = zones[word.uppercased()] { return zone }
        let digits = word.dropFirst().filter { $0 != ":" }
        guard let sign = word.first, "+-".contains(sign), digits.count == 4, Int(digits) != nil else { return nil }
        return "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
    }

    private static func padded(_ number: Int) -> String {
        (0...9).contains(number) ? "0\(number)" : "\(number)"
    }
}
