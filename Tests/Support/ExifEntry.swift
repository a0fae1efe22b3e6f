/// One tag of an EXIF directory: what it is called by number, of what type, and its value.
public struct ExifEntry: Sendable {
    let tag: UInt16
    let type: UInt16
    let count: Int
    let value: [UInt8]

    /// Type 2: text that ends with a zero byte, which counts.
    public static func text(_ tag: UInt16, _ text: String) -> ExifEntry {
        ExifEntry(tag: tag, type: 2, count: text.utf8.count + 1, value: Array(text.utf8) + [0])
    }

    /// Type 7: bytes that only this tag's own rule explains.
    static func plain(_ tag: UInt16, _ text: String) -> ExifEntry {
        ExifEntry(tag: tag, type: 7, count: text.utf8.count, value: Array(text.utf8))
    }

    /// Type 7: the same of any bytes.
    static func raw(_ tag: UInt16, _ bytes: [UInt8]) -> ExifEntry {
        ExifEntry(tag: tag, type: 7, count: bytes.count, value: bytes)
    }

    /// Type 4: one number of 32 bits, here always the offset of another directory.
    static func offset(_ tag: UInt16, _ offset: Int, _ order: ExifByteOrder) -> ExifEntry {
        ExifEntry(tag: tag, type: 4, count: 1, value: order.bytes(of: UInt32(offset)))
    }

    /// Type 5: fractions, each a numerator and a denominator of 32 bits.
    public static func fractions(_ tag: UInt16, _ parts: [(UInt32, UInt32)], _ order: ExifByteOrder) -> ExifEntry {
        let value = parts.flatMap { order.bytes(of: $0.0) + order.bytes(of: $0.1) }
        return ExifEntry(tag: tag, type: 5, count: parts.count, value: value)
    }

    /// Type 5: degrees, minutes and seconds.
    ///
    /// Seconds are given to a ten-thousandth: 3 mm on the ground.
    static func angle(_ tag: UInt16, _ degrees: Double, _ order: ExifByteOrder) -> ExifEntry {
        let whole = Int((degrees.magnitude * 36_000_000).rounded())
        let parts = [(whole / 36_000_000, 1), (whole / 600_000 % 60, 1), (whole % 600_000, 10_000)]
        return fractions(tag, parts.map { (UInt32($0.0), UInt32($0.1)) }, order)
    }
}
