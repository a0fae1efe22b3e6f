import FactoryCore

/// Reads Canon's CRW, which is a CIFF heap and has no EXIF.
enum CRWMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        let header = try source.read(at: 0, count: 6)
        let order: ByteOrder = header.holds("MM".utf8) ? .big : .little
        guard let start = header.integer(UInt32.self, at: 2, order).map({ Int($0) }), start < source.size else {
            metadata.note("The header of the CRW file is damaged.")
            return metadata
        }
        var pending = [start..<source.size]
        var visited = 0
        while let range = pending.first, visited < mostHeaps {
            pending.removeFirst()
            visited += 1
            let heap = try CIFFHeap(source, range, order: order)
            if visited == 1, heap.records.isEmpty { metadata.note("The CRW file's directory is damaged.") }
            for record in heap.records {
                if CIFFHeap.isHeap(record.tag) { pending.append(record.contents) }
                guard record.tag == timeStamp, metadata.exif.original.text == nil else { continue }
                let value = try source.read(at: record.contents.lowerBound, count: min(record.contents.count, 4))
                metadata.exif.original.text = value.integer(UInt32.self, at: 0, order).flatMap(text)
            }
        }
        return metadata
    }

    /// Seconds since 1970 on the camera's clock, then its time zone, which cameras leave at zero.
    private static let timeStamp: UInt16 = 0x180E
    /// Files have five.
    private static let mostHeaps = 32

    /// In the form of EXIF's dates; nil for the zero of an unset clock.
    private static func text(seconds: UInt32) -> String? {
        guard seconds != 0 else { return nil }
        let parts = Timestamp(seconds: Int(seconds)).utc.sqlText.split(separator: " ")
        guard parts.count == 2 else { return nil }
        return "\(parts[0].split(separator: "-").joined(separator: ":")) \(parts[1])"
    }
}
