import FactoryCore

/// Reads the header of Windows Media (Advanced Systems Format specification, 3.1 and 3.2).
enum ASFMetadataReader {
    /// 8CABDCA1-A947-11CF-8EE4-00C00C205365, the file properties object, as it is written.
    private static let fileProperties: [UInt8] = [
        0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11, 0x8E, 0xE4, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65,
    ]
    /// From 1601-01-01 to 1970-01-01, in units of 100 ns.
    static let ticksTo1970: UInt64 = 116_444_736_000_000_000

    static func read(_ file: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        let source = BlockByteSource(file)
        var metadata = EmbeddedMetadata()
        // The header object's own GUID, size, count and two bytes more.
        var position = 30
        for _ in 0..<256 {
            let header = try source.read(at: position, count: 24)
            guard let size = header.integer(UInt64.self, at: 16, .little), size >= 24 else { break }
            if header.holds(fileProperties) {
                read(try source.read(at: position + 24, count: 64), into: &metadata.movie)
                break
            }
            let (next, tooFar) = position.addingReportingOverflow(Int(clamping: size))
            guard !tooFar else { break }
            position = next
        }
        return metadata
    }

    /// The properties: an id of 16 bytes, the file's size, its creation, the count of packets, and how long they play,
    /// with the milliseconds that are buffered before counted in.
    private static func read(_ properties: [UInt8], into movie: inout MovieFields) {
        if let ticks = properties.integer(UInt64.self, at: 24, .little), ticks > ticksTo1970 {
            movie.headerTimes[.asfCreation] = Timestamp(
                microseconds: Int64(clamping: (ticks - ticksTo1970) / 10))
        }
        if let ticks = properties.integer(UInt64.self, at: 40, .little),
            let buffered = properties.integer(UInt64.self, at: 56, .little)
        {
            let seconds = Double(ticks) / 1e7 - Double(buffered) / 1e3
            if seconds > 0 { movie.duration = seconds }
        }
    }
}
