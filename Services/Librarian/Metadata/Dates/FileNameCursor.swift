import FactoryCore

/// Reads the digits of a date in a file's name from left to right.
struct FileNameCursor {
    private let bytes: ArraySlice<UInt8>
    private let start: Int
    private var position: Int

    private init(_ bytes: ArraySlice<UInt8>, at start: Int) {
        (self.bytes, self.start, position) = (bytes, start, start)
    }

    /// All places in `name` where digits begin that may be a year from 1900 to 2099, four at most.
    static func yearsBegin(in name: ArraySlice<UInt8>) -> [FileNameCursor] {
        var result: [FileNameCursor] = []
        var isInNumber = false
        for index in name.indices {
            defer { isInNumber = isDigit(name[index]) }
            guard !isInNumber, name[index...].starts(with: "19".utf8) || name[index...].starts(with: "20".utf8) else {
                continue
            }
            result.append(FileNameCursor(name, at: index))
            if result.count == 4 { break }
        }
        return result
    }

    /// What stands before the date.
    var prefix: ArraySlice<UInt8> { bytes[..<start] }
    var isAtEnd: Bool { position == bytes.endIndex }
    var isAtEndOfNumber: Bool { isAtEnd || !Self.isDigit(bytes[position]) }

    /// Whether AM or PM follows, perhaps after a blank.
    var isBeforeHalfOfDay: Bool {
        var ahead = self
        ahead.skipBlank()
        return ahead.takeHalfOfDay() != nil
    }

    /// Whether the date begins the name, or stands behind a separator or a word of cameras.
    var isSetApart: Bool {
        var words = ["", "IMG", "VID", "PANO", "DSC", "MVIMG", "BURST", "Screenshot", "PHOTO", "VIDEO"][...]
        while let word = words.popFirst() {
            guard prefix.reversed().starts(with: word.utf8.reversed()) else { continue }
            guard let before = prefix.dropLast(word.utf8.count).last else { return true }
            if Self.isOne(before, of: "_- ") { return true }
        }
        return false
    }

    func isBefore(anyOf characters: StaticString) -> Bool {
        !isAtEnd && Self.isOne(bytes[position], of: characters)
    }

    mutating func take(anyOf characters: StaticString) -> Bool {
        guard isBefore(anyOf: characters) else { return false }
        position += 1
        return true
    }

    mutating func take(_ character: StaticString) -> Bool {
        take(anyOf: character)
    }

    /// Takes "at" with the separator behind it.
    @discardableResult
    mutating func takeWordAt() -> Bool {
        let rest = bytes[position...]
        guard rest.starts(with: "at ".utf8) || rest.starts(with: "at_".utf8) else { return false }
        position += 3
        return true
    }

    /// Year, month and day with `separator` between them.
    mutating func day(separator: StaticString?) -> CivilDay? {
        guard let year = number(4), takes(separator), let month = number(2), takes(separator), let day = number(2)
        else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }

    /// Hour, minute and second with one of `separators` between them.
    mutating func time(_ day: CivilDay, separator separators: StaticString?) -> CivilTime? {
        guard let hour = number(2), takes(separators), let minute = number(2), takes(separators),
            let second = number(2)
        else { return nil }
        return CivilTime(day: day, hour: hour, minute: minute, second: second)
    }

    /// "3.04.05 PM", where the last blank may be missing.
    mutating func timeWithHalfOfDay(_ day: CivilDay) -> CivilTime? {
        guard let hour = number(2) ?? number(1), hour <= 12, takes("."), let minute = number(2), takes("."),
            let second = number(2)
        else { return nil }
        skipBlank()
        guard let isAfternoon = takeHalfOfDay() else { return nil }
        return CivilTime(day: day, hour: hour % 12 + (isAfternoon ? 12 : 0), minute: minute, second: second)
    }

    /// Takes three more digits, if there are any, and tells whether the number ends then.
    mutating func skipsMillisecondsToEndOfNumber() -> Bool {
        _ = number(3)
        return isAtEndOfNumber
    }

    /// Passes over a blank, which macOS 13 and later makes a narrow one (U+202F).
    private mutating func skipBlank() {
        if bytes[position...].starts(with: "\u{202F}".utf8) { position += 3 } else { _ = take(" ") }
    }

    private mutating func takeHalfOfDay() -> Bool? {
        var ahead = self
        let isAfternoon = ahead.isBefore(anyOf: "Pp")
        guard ahead.take(anyOf: "AaPp"), ahead.take(anyOf: "Mm") else { return nil }
        self = ahead
        return isAfternoon
    }

    private mutating func takes(_ separators: StaticString?) -> Bool {
        guard let separators else { return true }
        return take(anyOf: separators)
    }

    /// Exactly so many digits; more may follow.
    private mutating func number(_ count: Int) -> Int? {
        let run = bytes[position...].prefix(count)
        guard run.count == count, run.allSatisfy(Self.isDigit) else { return nil }
        position += count
        return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isOne(_ byte: UInt8, of characters: StaticString) -> Bool {
        characters.withUTF8Buffer { $0.contains(byte) }
    }
}
