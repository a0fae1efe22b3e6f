/// Reads the metadata of a JPEG from its segments; Exiv2's files of nothing but metadata are written alike.
enum JPEGMetadataReader {
    /// - Parameter start: where the first segment begins.
    static func read(_ source: some ByteSource, from start: Int = 2) throws(ByteSourceError) -> EmbeddedMetadata {
        let walk = try JPEGSegments(of: source, from: start)
        var metadata = EmbeddedMetadata()
        for segment in walk.segments where segment.marker == JPEGMarker.app1 {
            let contents = try source.read(at: segment.contents.lowerBound, count: segment.contents.count)
            guard let tiff = exifBlock(in: contents) else { continue }
            if let fields = ExifFields(tiff: tiff) {
                metadata.exif.fillGaps(from: fields)
            } else {
                metadata.note("The EXIF block at byte \(segment.contents.lowerBound) of the JPEG cannot be decoded.")
            }
        }
        switch walk.ending {
        case .startOfScan, .endOfImage: break
        case .endOfFile: metadata.note("The JPEG ends before its image data begin.")
        case .damaged(let position): metadata.note("The JPEG's header is damaged at byte \(position).")
        }
        return metadata
    }

    /// The TIFF structure behind "Exif" and two bytes that ought to be zero, but are not with every writer.
    private static func exifBlock(in contents: [UInt8]) -> ArraySlice<UInt8>? {
        contents.holds("Exif\0".utf8) && contents.count > 6 ? contents[6...] : nil
    }
}
