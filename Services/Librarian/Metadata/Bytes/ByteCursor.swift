/// Reads big-endian numbers and texts that follow each other in a block of a file. A step for which there are too few
/// bytes gives nil, and so do all after it that need more than is left.
struct ByteCursor {
    private let bytes: ArraySlice<UInt8>
    private(set) var position = 0

    init(_ bytes: some Collection<UInt8>) {
        self.bytes = Array(bytes)[...]
    }

    /// How many bytes are left.
    var rest: Int { bytes.count - position }

    /// The next `width` bytes as one number; 0 for none of them, as formats with fields of variable width want it.
    mutating func unsigned(_ width: Int) -> UInt64? {
        guard (0...8).contains(width), let field = take(width) else { return nil }
        return field.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The same as an `Int`; what is too large for one becomes the largest.
    mutating func number(_ width: Int) -> Int? {
        unsigned(width).map { Int(clamping: $0) }
    }

    /// The next `count` bytes.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= rest else { return nil }
        defer { position += count }
        return bytes[bytes.startIndex + position..<bytes.startIndex + position + count]
    }

    /// Four bytes as characters of Latin-1.
    mutating func fourCharacters() -> String? {
        take(4).map(String.init(latin1:))
    }

    /// The text up to the next NUL, which is taken with it, or to the end.
    mutating func text() -> String {
        let text = bytes.dropFirst(position).prefix { $0 != 0 }
        position = min(bytes.count, position + text.count + 1)
        return String(decoding: text, as: UTF8.self)
    }
}

extension String {
    /// Each byte as the character of the same number.
    init(latin1 bytes: some Sequence<UInt8>) {
        self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
