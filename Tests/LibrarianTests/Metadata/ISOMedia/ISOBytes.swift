import TestSupport

@testable import librarian

/// Builds files of ISO base media boxes.
enum ISOBytes {
    static func number<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    /// A box whose size counts its header, as it should, unless another `size` is given.
    static func box(_ type: String, _ contents: [UInt8], size: UInt32? = nil) -> [UInt8] {
        let name = type.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        return number(size ?? UInt32(8 + contents.count)) + name + contents
    }

    static func box(_ type: String, of boxes: [UInt8]...) -> [UInt8] {
        box(type, Array(boxes.joined()))
    }

    static func full(_ type: String, version: UInt8 = 0, _ contents: [UInt8]) -> [UInt8] {
        box(type, [version, 0, 0, 0] + contents)
    }

    static func uuid(_ id: [UInt8], _ contents: [UInt8]) -> [UInt8] {
        box("uuid", id + contents)
    }

    static let fileType = box("ftyp", Array("qt  ".utf8) + [0, 0, 0, 0])

    /// A header with the times of its creation and a duration of 2.5 s.
    static func header(_ type: String, created: UInt64, version: UInt8 = 0) -> [UInt8] {
        let wide = number(created) + number(created) + number(UInt32(1000)) + number(UInt64(2500))
        let narrow = number(UInt32(truncatingIfNeeded: created))
        return full(
            type, version: version,
            version == 1 ? wide : narrow + narrow + number(UInt32(1000)) + number(UInt32(2500)))
    }

    /// The contents of an item or box "Exif".
    static let exif = [0, 0, 0, 0] + SampleExifBlock.full.bytes()

    static func read(_ parts: [UInt8]...) throws -> EmbeddedMetadata {
        try ISOMediaMetadataReader.read(MemoryByteSource(Array(parts.joined())))
    }
}
