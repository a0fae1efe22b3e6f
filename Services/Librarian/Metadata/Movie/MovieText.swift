/// Texts as the boxes of a movie write them.
enum MovieText {
    /// No date, place or name is longer.
    static let mostBytes = 1024

    /// Text whose coding its own beginning tells: UTF-16 behind a byte order mark, else UTF-8. It ends at a NUL.
    static func plain(_ bytes: some Sequence<UInt8>) -> String? {
        let bytes = Array(bytes)
        let text = bytes.holds([0xFE, 0xFF]) ? utf16(bytes.dropFirst(2)) : String(decoding: bytes, as: UTF8.self)
        let trimmed = text.prefix { $0 != "\0" }
        return trimmed.allSatisfy(\.isWhitespace) ? nil : String(trimmed)
    }

    /// The first text of QuickTime's international texts: each is led by its length and its language, 16 bits each.
    /// Some writers count these four bytes too, others write neither.
    static func international(_ contents: [UInt8]) -> String? {
        guard let length = contents.integer(UInt16.self, at: 0, .big).map({ Int($0) }), contents.count > 4 else {
            return plain(contents)
        }
        let rest = contents.count - 4
        if length > 0, length <= rest { return plain(contents[4..<4 + length]) }
        if length > 4, length - 4 <= rest { return plain(contents[4..<length]) }
        return contents[0] == 0 ? nil : plain(contents)
    }

    /// The value of an item: four bytes of type (1 is UTF-8, 2 UTF-16), four of locale, then the text.
    static func item(_ contents: [UInt8]) -> String? {
        guard let type = contents.integer(UInt32.self, at: 0, .big), contents.count > 8 else { return nil }
        return type == 2 ? plain([0xFE, 0xFF] + contents[8...]) : plain(contents[8...])
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>) -> String {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).compactMap { bytes.integer(UInt16.self, at: $0, .big) }
        return String(decoding: units, as: UTF16.self)
    }
}
