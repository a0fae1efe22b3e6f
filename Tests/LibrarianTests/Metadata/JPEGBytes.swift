import TestSupport

/// Builds files that have the structure of a JPEG; their picture is noise.
struct JPEGBytes {
    var segments: [(marker: UInt8, contents: [UInt8])] = []
    /// Image data without any marker.
    var scan: [UInt8] = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 7) & 0x7F } + [0xFF, 0, 3, 0xFF, 0xD3, 4]
    var end: [UInt8] = [0xFF, 0xD9]
    var trailer: [UInt8] = []

    static func with(_ exif: SampleExifBlock) -> JPEGBytes {
        JPEGBytes(segments: [jfif, app1(exif.bytes()), (0xDB, Array(repeating: 1, count: 65))])
    }

    static let jfif: (UInt8, [UInt8]) = (0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])

    static func app1(_ tiff: [UInt8]) -> (UInt8, [UInt8]) {
        (0xE1, Array("Exif\0\0".utf8) + tiff)
    }

    var header: [UInt8] {
        [0xFF, 0xD8] + segments.flatMap { SampleSegment.bytes($0.marker, $0.contents) }
    }

    var bytes: [UInt8] {
        header + SampleSegment.bytes(0xDA, [1, 1, 0, 0, 63, 0]) + scan + end + trailer
    }
}
