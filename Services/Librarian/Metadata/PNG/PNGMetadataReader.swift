import FactoryCore

/// Reads PNG (and animated PNG), whose metadata stand in chunks before or behind the image data.
enum PNGMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        let (chunks, isWhole) = try PNGChunk.list(in: source)
        var metadata = EmbeddedMetadata()
        for chunk in chunks where chunk.contents.count <= EmbeddedMetadata.longestBlock {
            let contents = try source.read(at: chunk.contents.lowerBound, count: chunk.contents.count)
            switch chunk.kind {
            case .exif: take(exif: contents, into: &metadata)
            case .time: take(time: contents, into: &metadata)
            case .text, .compressedText, .internationalText:
                guard let text = PNGText(chunk.kind, contents) else { continue }
                try take(text, into: &metadata)
            }
        }
        if !isWhole { metadata.note("The PNG ends before its end chunk.") }
        return metadata
    }

    /// What the standard's keyword "Creation Time" names.
    private static let creationTime = CaptureSource(rawValue: "PNG:CreationTime")
    /// The chunk tIME.
    private static let modified = CaptureSource(rawValue: "ModifyDate:PNG")

    private static func take(_ text: PNGText, into metadata: inout EmbeddedMetadata) throws(ByteSourceError) {
        switch text.keyword {
        case "XML:com.adobe.xmp": metadata.take(xmp: text.text)
        case "Creation Time", "creation time", "CreationTime":
            let date = String(decoding: text.text.prefix(256).prefix { $0 != 0 }, as: UTF8.self)
            guard !date.isEmpty, metadata.containerDates[creationTime] == nil else { return }
            metadata.containerDates[creationTime] = InternetDate.exifText(date) ?? date
        case let keyword where keyword.hasPrefix(PNGRawProfile.keywordPrefix):
            let kind = keyword.dropFirst(PNGRawProfile.keywordPrefix.count).lowercased()
            try take(profile: PNGRawProfile.bytes(of: text.text), kind: kind, into: &metadata)
        default: break
        }
    }

    /// "APP1" is the contents of a JPEG's segment, EXIF or XMP; "iptc" may be records or Photoshop's resources.
    private static func take(
        profile bytes: [UInt8], kind: String, into metadata: inout EmbeddedMetadata
    ) throws(ByteSourceError) {
        guard !bytes.isEmpty else { return }
        switch kind {
        case "exif", "app1":
            if JPEGBlock(marker: JPEGMarker.app1, contents: bytes) == .xmp {
                metadata.take(xmp: bytes.dropFirst(JPEGBlock.xmp.headerLength))
            } else {
                take(exif: bytes, into: &metadata)
            }
        case "xmp": metadata.take(xmp: bytes)
        case "iptc", "8bim":
            if bytes.first == 0x1C {
                metadata.take(iptc: bytes)
            } else {
                try metadata.take(photoshop: ByteArraySource(bytes))
            }
        default: break
        }
    }

    /// Some writers put JPEG's six bytes before the block.
    private static func take(exif bytes: [UInt8], into metadata: inout EmbeddedMetadata) {
        let isPrefixed = bytes.holds("Exif\0".utf8)
        if !metadata.take(exifBlock: bytes.dropFirst(isPrefixed ? JPEGBlock.exif.headerLength : 0)) {
            metadata.note("The EXIF block of the PNG cannot be decoded.")
        }
    }

    /// Year in two bytes, month, day, hour, minute, second.
    private static func take(time bytes: [UInt8], into metadata: inout EmbeddedMetadata) {
        guard bytes.count >= 7, let year = bytes.integer(UInt16.self, at: 0, .big) else { return }
        func padded(_ index: Int) -> String { bytes[index] < 10 ? "0\(bytes[index])" : "\(bytes[index])" }
        let day = [String(year), padded(2), padded(3)].joined(separator: ":")
        let clock = [padded(4), padded(5), padded(6)].joined(separator: ":")
        metadata.containerDates[modified] = metadata.containerDates[modified] ?? "\(day) \(clock)"
    }
}
