/// The SHA-256 of a file's content: two files with the same fingerprint are the same picture.
///
/// Kept as four words, because a queue of files holds many of them.
public struct Fingerprint: Sendable, Hashable {
    /// The length of a digest in bytes.
    public static let byteCount = 32

    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// - Parameter digest: 32 bytes; missing ones count as zero.
    init(digest: [UInt8]) {
        func word(_ index: Int) -> UInt64 {
            (0..<8).reduce(0) { value, offset in
                let position = index * 8 + offset
                return value << 8 | UInt64(position < digest.count ? digest[position] : 0)
            }
        }
        words = (word(0), word(1), word(2), word(3))
    }

    /// A value that is no file's: it stands for a number where a chain of fingerprints begins.
    public init(number: UInt64) {
        words = (0, 0, 0, number)
    }

    /// 64 lower-case hexadecimal digits, as `sha256sum` prints them and the ledger keeps them.
    public var hex: String {
        // Written for every file several times: a string of each word's digits costs four times as much.
        String(unsafeUninitializedCapacity: 2 * Self.byteCount) { buffer in
            var position = 0
            func write(_ word: UInt64) {
                for shift in stride(from: UInt64(60), through: 0, by: -4) {
                    let digit = UInt8(truncatingIfNeeded: word >> shift) & 15
                    buffer[position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                    position += 1
                }
            }
            write(words.0)
            write(words.1)
            write(words.2)
            write(words.3)
            return position
        }
    }

    /// - Returns: nil unless `hex` is 64 lower-case hexadecimal digits.
    public init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == Self.byteCount * 2 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(digest: bytes)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        default: nil
        }
    }

    public static func == (left: Fingerprint, right: Fingerprint) -> Bool {
        left.words == right.words
    }

    public func hash(into hasher: inout Hasher) {
        // The words are a cryptographic hash already: one of them spreads as well as all four.
        hasher.combine(words.0)
    }
}

extension Fingerprint: TextCodable {
    public var description: String { hex }

    public init?(_ text: String) {
        self.init(hex: text)
    }
}
