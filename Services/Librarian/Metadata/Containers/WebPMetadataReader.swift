/// Reads WebP: a RIFF file, whose chunks are four letters, a little-endian length, and contents filled up to an even
/// length (RFC 9649).
enum WebPMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        var position = 12
        for _ in 0..<mostChunks where position < source.size {
            let head = try source.read(at: position, count: 8)
            guard let name = head.integer(UInt32.self, at: 0, .big),
                let length = head.integer(UInt32.self, at: 4, .little).map({ Int($0) })
            else { break }
            let start = position + 8
            if start + length > source.size { metadata.note("The WebP ends within a chunk.") }
            if length <= EmbeddedMetadata.longestBlock {
                try take(name, at: start, length, of: source, into: &metadata)
            }
            position = start + length + length % 2
        }
        return metadata
    }

    /// Each picture of an animation is one.
    private static let mostChunks = 1 << 16

    /// Names as big-endian numbers: comparing texts takes long when there are many. `EXIF`
    private static let exif: UInt32 = 0x4558_4946
    /// `XMP `, as the standard has it, and with a zero instead of the blank, as some write it.
    private static let xmp: Set<UInt32> = [0x584D_5020, 0x584D_5000]

    private static func take(
        _ name: UInt32, at start: Int, _ length: Int, of source: some ByteSource, into metadata: inout EmbeddedMetadata
    ) throws(ByteSourceError) {
        switch name {
        case exif:
            let bytes = try source.read(at: start, count: length)
            // Some writers put JPEG's six bytes before the block.
            let isPrefixed = bytes.holds("Exif\0".utf8)
            if !metadata.take(exifBlock: bytes.dropFirst(isPrefixed ? JPEGBlock.exif.headerLength : 0)) {
                metadata.note("The EXIF block of the WebP cannot be decoded.")
            }
        case _ where xmp.contains(name): metadata.take(xmp: try source.read(at: start, count: length))
        default: break
        }
    }
}
