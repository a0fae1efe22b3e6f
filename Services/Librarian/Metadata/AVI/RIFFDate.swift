import FactoryCore

/// The dates that recorders write into RIFF files, each in a way of its own.
enum RIFFDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The same date as "YYYY:MM:DD hh:mm:ss": from "Wed Jan 02 02:03:55 2005", as the standard has it, and from
    /// "2001/ 1/27  1:42PM" and "2005/11/28/ 09:19", as Casio writes, seconds being there or not. Other texts are left
    /// as they are.
    static func normalized(_ text: String) -> String {
        let text = String(text.prefix { $0 != "\0" && $0 != "\n" })
        return standard(text) ?? slashed(text) ?? counted(text) ?? text
    }

    /// "29846512 1308622848": the upper and the lower half of a count of 100 ns since 1601-01-01, by the local clock.
    private static func counted(_ text: String) -> String? {
        let halves = text.split(separator: " ").compactMap { UInt32($0) }
        guard halves.count == 2, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == " ") }) else { return nil }
        let ticks = UInt64(halves[0]) << 32 | UInt64(halves[1])
        guard ticks >= ASFMetadataReader.ticksTo1970 else { return nil }
        let time = Timestamp(seconds: Int(clamping: (ticks - ASFMetadataReader.ticksTo1970) / 10_000_000))
        return String(time.utc.sqlText.prefix(19))
    }

    private static func standard(_ text: String) -> String? {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count >= 5, let month = months.firstIndex(of: parts[1].lowercased()), let day = Int(parts[2]) else {
            return nil
        }
        return "\(parts[4]):\(twoDigits(month + 1)):\(twoDigits(day)) \(parts[3])"
    }

    private static func slashed(_ text: String) -> String? {
        let isAfternoon = text.uppercased().contains("PM")
        let isMorning = text.uppercased().contains("AM")
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard text.contains("/"), (5...6).contains(numbers.count) else { return nil }
        var hour = numbers[3]
        if isAfternoon, hour < 12 { hour += 12 }
        if isMorning, hour == 12 { hour = 0 }
        let day = "\(numbers[0]):\(twoDigits(numbers[1])):\(twoDigits(numbers[2]))"
        return "\(day) \(twoDigits(hour)):\(twoDigits(numbers[4])):\(twoDigits(numbers.count == 6 ? numbers[5] : 0))"
    }

    private static func twoDigits(_ number: Int) -> String {
        (0..<10).contains(number) ? "0\(number)" : "\(number)"
    }
}
