/// Dates with English names of months, which containers have from the mail standard (RFC 1123, advised by PNG) and from
/// C's ctime (RIFF's IDIT).
enum MonthNameDate {
    /// "2007-02-13 06:34:38+01:00" of "Tue, 13 Feb 2007 06:34:38 +0100" and of "Tue Feb 13 06:34:38 2007", which has no
    /// offset; any other text as it is.
    static func normalized(_ text: String) -> String {
        // A longer text is no date.
        guard text.utf8.count <= 64 else { return text }
        var words = text.split { " ,\t\n\r\0".contains($0) }[...]
        if let first = words.first, month(first) == nil, first.allSatisfy(\.isLetter) { words = words.dropFirst() }
        let parts = Array(words)
        if parts.count == 4, let month = month(parts[0]) {
            return joined(year: parts[3], month, day: parts[1], clock: parts[2], zone: nil) ?? text
        }
        guard (4...5).contains(parts.count), let month = month(parts[1]) else { return text }
        return joined(
            year: parts[2], month, day: parts[0], clock: parts[3], zone: parts.count == 5 ? parts[4] : nil) ?? text
    }

    private static func joined(
        year: Substring, _ month: Int, day: Substring, clock: Substring, zone: Substring?
    ) -> String? {
        guard year.count == 4, Int(year) != nil, Int(day) != nil, clock.contains(":") else { return nil }
        let offset = ["GMT", "UTC", "UT"].contains(zone) ? "Z" : String(zone ?? "")
        return "\(year)-\(month)-\(day) \(clock)\(offset)"
    }

    /// 1 to 12, by the first three letters, as ctime writes them, or by the whole name.
    private static func month(_ word: Substring) -> Int? {
        guard word.count >= 3 else { return nil }
        return names.firstIndex { $0.hasPrefix(word.lowercased()) }.map { $0 + 1 }
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
