/// Reads the metadata of a JPEG from its segments; Exiv2's files of nothing but metadata are written alike.
enum JPEGMetadataReader {
    /// - Parameter start: where the first segment begins.
    static func read(_ source: some ByteSource, from start: Int = 2) throws(ByteSourceError) -> EmbeddedMetadata {
        let walk = try JPEGSegments(of: source, from: start)
        var metadata = EmbeddedMetadata()
        var resources: [UInt8] = []
        var extensions: [JPEGSegments.Segment] = []
        for segment in walk.segments {
            guard let block = try block(of: segment, in: source) else { continue }
            switch block {
            case .exif:
                if !metadata.take(exifBlock: try contents(of: segment, block, in: source)) {
                    metadata.note(
                        "The EXIF block at byte \(segment.contents.lowerBound) of the JPEG cannot be decoded.")
                }
            case .xmp: metadata.take(xmp: try contents(of: segment, block, in: source))
            case .photoshop where resources.count < EmbeddedMetadata.longestBlock:
                // A resource may begin in one segment and end in the next.
                resources += try contents(of: segment, block, in: source)
            case .photoshop: break
            case .extendedXMP: extensions.append(segment)
            }
        }
        try metadata.take(photoshop: ByteArraySource(resources))
        if !metadata.xmp.hasDate { metadata.take(xmp: try whole(extensions, in: source)) }
        note(walk.ending, in: &metadata)
        return metadata
    }

    private static func note(_ ending: JPEGSegments.Ending, in metadata: inout EmbeddedMetadata) {
        switch ending {
        case .startOfScan, .endOfImage: break
        case .endOfFile: metadata.note("The JPEG ends before its image data begin.")
        case .damaged(let position): metadata.note("The JPEG's header is damaged at byte \(position).")
        }
    }

    /// Only the segments whose beginning is known are read as a whole.
    private static func block(
        of segment: JPEGSegments.Segment, in source: some ByteSource
    ) throws(ByteSourceError) -> JPEGBlock? {
        guard segment.marker == JPEGMarker.app1 || segment.marker == JPEGMarker.app13 else { return nil }
        let length = min(segment.contents.count, JPEGBlock.signatureLength)
        let block = try source.withBytes(at: segment.contents.lowerBound, count: length) {
            JPEGBlock(marker: segment.marker, contents: $0)
        }
        guard let block, segment.contents.count > block.headerLength else { return nil }
        return block
    }

    private static func contents(
        of segment: JPEGSegments.Segment, _ block: JPEGBlock, in source: some ByteSource
    ) throws(ByteSourceError) -> ArraySlice<UInt8> {
        let start = segment.contents.lowerBound + block.headerLength
        return try source.read(at: start, count: segment.contents.upperBound - start)[...]
    }

    private static func whole(
        _ extensions: [JPEGSegments.Segment], in source: some ByteSource
    ) throws(ByteSourceError) -> [UInt8] {
        let signature = JPEGBlock.extendedXMP.headerLength - JPEGExtendedXMP.headerLength
        var xmp = JPEGExtendedXMP()
        for segment in extensions.prefix(XMLDocument.longest >> 16) {
            let start = segment.contents.lowerBound + signature
            xmp.append(try source.read(at: start, count: segment.contents.upperBound - start)[...])
        }
        return xmp.whole
    }
}

extension XMPFields {
    fileprivate var hasDate: Bool {
        original != nil || created != nil || digitizedByTool != nil || digitized != nil
    }
}
