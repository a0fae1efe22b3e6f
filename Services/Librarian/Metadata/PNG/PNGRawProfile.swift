/// A block of metadata as ImageMagick puts it into a text of a PNG: a name, a length in decimals, and the block in hex,
/// all on lines of their own.
enum PNGRawProfile {
    /// What the keyword begins with; the kind of block follows.
    static let keywordPrefix = "Raw profile type "

    /// The bytes of the block; none for what is written otherwise.
    static func bytes(of text: [UInt8]) -> [UInt8] {
        // A line break comes first, then the name.
        let lines = text.drop(while: isSpace).split(separator: UInt8(ascii: "\n"), maxSplits: 2)
        guard lines.count == 3, let length = Int(String(decoding: lines[1].filter { !isSpace($0) }, as: UTF8.self))
        else { return [] }
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in lines[2] where !isSpace(character) {
            guard let value = hexDigit(character), bytes.count < length else { break }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        " \t\r\n".utf8.contains(byte)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
