/// Reads Photoshop's PSD and PSB: a header of 26 bytes, the colours with their length, then the image resources with
/// theirs.
enum PSDMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        let colours = try source.read(at: 26, count: 4).integer(UInt32.self, at: 0, .big).map { Int($0) }
        let start = 26 + 4 + (colours ?? 0)
        guard colours != nil, let length = try source.read(at: start, count: 4).integer(UInt32.self, at: 0, .big) else {
            metadata.note("The Photoshop file ends before its image resources.")
            return metadata
        }
        let end = start + 4 + Int(length)
        if end > source.size { metadata.note("The Photoshop file ends within its image resources.") }
        try metadata.take(photoshop: WindowByteSource(source, start + 4..<end))
        return metadata
    }
}
