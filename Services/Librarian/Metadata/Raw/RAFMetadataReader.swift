/// Reads Fujifilm's RAF: a header of big-endian numbers, and a whole JPEG that has the metadata.
enum RAFMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        let header = try source.read(at: 84, count: 8)
        guard let start = header.integer(UInt32.self, at: 0, .big).map({ Int($0) }),
            let length = header.integer(UInt32.self, at: 4, .big).map({ Int($0) })
        else { return damaged() }
        let picture = WindowByteSource(source, start..<start + length)
        guard try picture.read(at: 0, count: 2) == [0xFF, JPEGMarker.startOfImage] else { return damaged() }
        return try JPEGMetadataReader.read(picture)
    }

    private static func damaged() -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        metadata.note("The RAF file has no JPEG where its header says.")
        return metadata
    }
}
