/// The SHA-256 of a file's content: two files with the same fingerprint are the same picture.
///
/// Kept as four words, because a queue of files holds many of them.
public struct Fingerprint: Sendable, Hashable {
    /// The length of a digest in bytes.
    public static let byteCount = 32

    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// - Parameter digest: 32 bytes.
    package init(digest: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> UInt64 {
            UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3))
    }

    /// - Parameter digest: 32 bytes; missing ones count as zero.
    package init(digest: [UInt8]) {
        let missing = Self.byteCount - digest.count
        let bytes = missing > 0 ? digest + repeatElement(0, count: missing) : digest
        self = bytes.withUnsafeBytes { Fingerprint(digest: $0) }
    }

    /// A value that is no file's: it stands for a number where a chain of fingerprints begins.
    public init(number: UInt64) {
        words = (0, 0, 0, number)
    }

    /// 64 lower-case hexadecimal digits, as `sha256sum` prints them and the ledger keeps them.
    public var hex: String {
        String(unsafeUninitializedCapacity: 2 * Self.byteCount) { digits in
            writeHex(to: UnsafeMutableRawBufferPointer(digits))
            return 2 * Self.byteCount
        }
    }

    /// Writes what `hex` answers into 64 bytes. Eight digits at a time: written for every file several times, digit by digit
    /// they would be a tenth of its cost.
    package func writeHex(to digits: UnsafeMutableRawBufferPointer) {
        func write(_ half: UInt64, at position: Int) {
            // One digit to a byte, the first one lowest; then for each byte what makes a number a digit.
            var nibbles = UInt64(UInt32(truncatingIfNeeded: half).byteSwapped)
            nibbles = (nibbles | nibbles << 16) & 0x0000_ffff_0000_ffff
            nibbles = (nibbles | nibbles << 8) & 0x00ff_00ff_00ff_00ff
            nibbles = (nibbles >> 4 & 0x000f_000f_000f_000f) | (nibbles & 0x000f_000f_000f_000f) << 8
            let letters = (nibbles + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
            let text = nibbles + 0x3030_3030_3030_3030 + letters * 39
            digits.storeBytes(of: text.littleEndian, toByteOffset: position, as: UInt64.self)
        }
        func write(word: UInt64, at position: Int) {
            write(word >> 32, at: position)
            write(word, at: position + 8)
        }
        write(word: words.0, at: 0)
        write(word: words.1, at: 16)
        write(word: words.2, at: 32)
        write(word: words.3, at: 48)
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
