/// One tag of an EXIF directory: what it is called by number, of what type, and its value.
struct ExifEntry {
    let tag: UInt16
    let type: UInt16
    let count: Int
    let value: [UInt8]

    /// Type 2: text that ends with a zero byte, which counts.
    static func text(_ tag: UInt16, _ text: String) -> ExifEntry {
        ExifEntry(tag: tag, type: 2, count: text.utf8.count + 1, value: Array(text.utf8) + [0])
    }

    /// Type 7: bytes that only this tag's own rule explains.
    static func plain(_ tag: UInt16, _ text: String) -> ExifEntry {
        ExifEntry(tag: tag, type: 7, count: text.utf8.count, value: Array(text.utf8))
    }

    /// Type 4: one number of 32 bits, here always the offset of another directory.
    static func offset(_ tag: UInt16, _ offset: Int, _ order: ExifByteOrder) -> ExifEntry {
        ExifEntry(tag: tag, type: 4, count: 1, value: order.bytes(of: UInt32(offset)))
    }

    /// Type 5: degrees, minutes and seconds, each a numerator and a denominator of 32 bits.
    ///
    /// Seconds are given to a ten-thousandth: 3 mm on the ground.
    static func angle(_ tag: UInt16, _ degrees: Double, _ order: ExifByteOrder) -> ExifEntry {
        let whole = Int((degrees.magnitude * 36_000_000).rounded())
        let parts = [(whole / 36_000_000, 1), (whole / 600_000 % 60, 1), (whole % 600_000, 10_000)]
        let value = parts.flatMap { order.bytes(of: UInt32($0.0)) + order.bytes(of: UInt32($0.1)) }
        return ExifEntry(tag: tag, type: 5, count: 3, value: value)
    }
}
