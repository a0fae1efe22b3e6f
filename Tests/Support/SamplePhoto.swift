/// A small photo made for a test: a JPEG of 8 × 8 grey pixels that every viewer opens, with the EXIF that is asked for.
///
/// Two photos that differ in anything, for example in their comment, differ in their bytes.
public struct SamplePhoto: Sendable {
    /// What EXIF says of the time in its own form, for example `2024:03:09 11:50:38`; no EXIF time when nil.
    public var taken: String?
    /// Digits after the second, for example `123`.
    public var subSeconds: String?
    /// For example `+01:00`.
    public var offset: String?
    public var position: SamplePosition?
    public var byteOrder: ExifByteOrder
    /// Stands in a comment segment: it makes the content unlike that of other photos.
    public var comment: String
    /// How many bytes of comment to add, for tests that need a large file.
    public var padding: Int

    public init(
        _ comment: String, taken: String? = nil, subSeconds: String? = nil, offset: String? = nil,
        position: SamplePosition? = nil, byteOrder: ExifByteOrder = .little, padding: Int = 0
    ) {
        self.comment = comment
        self.taken = taken
        self.subSeconds = subSeconds
        self.offset = offset
        self.position = position
        self.byteOrder = byteOrder
        self.padding = padding
    }

    /// The whole file.
    public func bytes() -> [UInt8] {
        let exif = SampleExif(photo: self).bytes().map { SampleSegment.bytes(0xE1, Array("Exif\0\0".utf8) + $0) } ?? []
        return [0xFF, 0xD8] + exif + comments() + Self.picture + [0xFF, 0xD9]
    }

    /// The file as a transfer that was cut off leaves it: without its last bytes, and so without its end marker.
    public func truncatedBytes() -> [UInt8] {
        bytes().dropLast(8)
    }

    /// The comment, and as many segments of padding as are needed: one holds 65,533 bytes at most.
    private func comments() -> [UInt8] {
        var all = SampleSegment.bytes(0xFE, Array(comment.utf8))
        var rest = padding
        while rest > 0 {
            let count = min(rest, 65_000)
            all += SampleSegment.bytes(0xFE, [UInt8](repeating: 0x2E, count: count))
            rest -= count
        }
        return all
    }

    /// One block of even grey, coded with the smallest tables the standard allows.
    private static let picture: [UInt8] =
        SampleSegment.bytes(0xDB, [0] + [UInt8](repeating: 1, count: 64))  // quantisation table 0: all ones
        + SampleSegment.bytes(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])  // baseline, 8 bits, 8 × 8, one component, table 0
        + SampleSegment.bytes(0xC4, [0x00, 1] + [UInt8](repeating: 0, count: 15) + [0])  // DC: "0" is no difference
        + SampleSegment.bytes(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])  // AC: "0" is end of block
        + SampleSegment.bytes(0xDA, [1, 1, 0x00, 0, 63, 0])  // scan of component 1 with both tables, all coefficients
        + [0x3F]  // "0", "0", then ones up to the byte's end
}
