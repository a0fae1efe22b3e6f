/// Reads Sigma's X3F: sections that a directory at the end of the file lists. The newer cameras put a whole JPEG with
/// EXIF among the pictures; the older ones have no EXIF.
enum X3FMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        for position in try pictures(in: source) {
            // A picture's own header takes 28 bytes.
            let picture = WindowByteSource(source, position + 28..<max(position + 28, source.size))
            guard try picture.read(at: 0, count: 3) == [0xFF, JPEGMarker.startOfImage, 0xFF] else { continue }
            metadata.fillGaps(from: try JPEGMetadataReader.read(picture))
        }
        return metadata
    }

    /// Files have fewer than ten.
    private static let mostSections = 64

    /// Where the sections with pictures begin. The directory's offset stands in the last four bytes of the file; all
    /// numbers are little-endian.
    private static func pictures(in source: some ByteSource) throws(ByteSourceError) -> [Int] {
        let trailer = try source.read(at: source.size - 4, count: 4)
        guard let start = trailer.integer(UInt32.self, at: 0, .little) else { return [] }
        let bytes = try source.read(at: Int(start), count: 12 + mostSections * 12)
        guard bytes.holds("SECd".utf8), let count = bytes.integer(UInt32.self, at: 8, .little) else { return [] }
        return (0..<min(Int(count), mostSections)).compactMap { index in
            let entry = 12 + index * 12
            guard bytes.holds("IMAG".utf8, at: entry + 8) || bytes.holds("IMA2".utf8, at: entry + 8) else { return nil }
            return bytes.integer(UInt32.self, at: entry, .little).map { Int($0) }
        }
    }
}
