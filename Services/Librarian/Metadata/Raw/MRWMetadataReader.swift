/// Reads Minolta's MRW: blocks of a zero byte, three letters, a big-endian length and contents; the one called TTW is
/// a TIFF structure.
enum MRWMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        let header = try source.read(at: 0, count: 8)
        let length = header.integer(UInt32.self, at: 4, .big).map { Int($0) } ?? 0
        let end = min(8 + length, source.size)
        var position = 8
        for _ in 0..<mostBlocks where position < end {
            let head = try source.read(at: position, count: 8)
            guard let size = head.integer(UInt32.self, at: 4, .big).map({ Int($0) }) else { break }
            let contents = position + 8..<position + 8 + size
            if head.holds("\0TTW".utf8) { return try TIFFMetadataReader.read(WindowByteSource(source, contents)) }
            position = contents.upperBound
        }
        var metadata = EmbeddedMetadata()
        metadata.note("The MRW file has no block with metadata.")
        return metadata
    }

    /// Files have four or five.
    private static let mostBlocks = 64
}
