/// Reads the XMP of a GIF (GIF89a; XMP specification, part 3): an application extension whose contents are the packet
/// as it is, behind which bytes follow that lead a reader of ordinary blocks to the end.
enum GIFMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        guard let flags = try source.read(at: 10, count: 1).first else {
            metadata.note("The GIF ends within its header.")
            return metadata
        }
        var cursor = ByteStream(source, at: 13)
        cursor.skip(tableLength(flags))
        while cursor.position < longest, let block = try cursor.next() {
            switch block {
            case extensionMarker:
                guard let packet = try xmp(&cursor) else { continue }
                let length = min(packet.count, XMLDocument.longest)
                if metadata.take(xmp: try source.read(at: packet.lowerBound, count: length)) { return metadata }
            case imageMarker: try skipImage(&cursor)
            case trailer: return metadata
            default:
                metadata.note("The GIF is damaged at byte \(cursor.position - 1).")
                return metadata
            }
        }
        if cursor.position < longest { metadata.note("The GIF ends before its trailer.") }
        return metadata
    }

    private static let extensionMarker: UInt8 = 0x21
    private static let imageMarker: UInt8 = 0x2C
    private static let trailer: UInt8 = 0x3B
    private static let applicationLabel: UInt8 = 0xFF
    /// In bytes. The pictures of a GIF can only be passed over in small steps, so that a long animation is not
    /// searched to its end.
    private static let longest = 8 << 20

    /// Three bytes a colour, when the flags say that there are any.
    private static func tableLength(_ flags: UInt8) -> Int {
        flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 0x07) + 1)
    }

    private static func skipImage(_ cursor: inout ByteStream<some ByteSource>) throws(ByteSourceError) {
        cursor.skip(8)
        guard let flags = try cursor.next() else { return }
        cursor.skip(tableLength(flags) + 1)
        try skipBlocks(&cursor)
    }

    /// Passes over an extension; answers where its contents lie if it is that of XMP.
    private static func xmp(_ cursor: inout ByteStream<some ByteSource>) throws(ByteSourceError) -> Range<Int>? {
        guard let label = try cursor.next() else { return nil }
        guard label == applicationLabel, let length = try cursor.next() else {
            try skipBlocks(&cursor)
            return nil
        }
        var name: [UInt8] = []
        for _ in 0..<length {
            guard let byte = try cursor.next() else { return nil }
            name.append(byte)
        }
        let start = cursor.position
        try skipBlocks(&cursor)
        return name == Array("XMP DataXMP".utf8) ? start..<cursor.position : nil
    }

    /// Each is a length and so many bytes; the length zero ends them.
    private static func skipBlocks(_ cursor: inout ByteStream<some ByteSource>) throws(ByteSourceError) {
        while cursor.position < longest, let length = try cursor.next(), length > 0 {
            cursor.skip(Int(length))
        }
    }
}
