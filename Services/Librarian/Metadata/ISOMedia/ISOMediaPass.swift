import FactoryCore

/// One pass over a file of ISO base media boxes, and what it has found.
struct ISOMediaPass<Source: ByteSource> {
    /// A video in fragments has one or two thousand boxes an hour; who has more has told everything before.
    private static var mostBoxes: Int { 8192 }

    /// Of the boxes with metadata; files have a handful. To decode a block of EXIF costs far more than to read it.
    private static var mostDescriptions: Int { 64 }
    private static var descriptions: Set<String> { ["moov", "meta", "udta", "uuid", "Exif", "xml "] }

    /// Read box by box: what follows the header of a box of media data is of no use.
    private let file: Source
    /// For the boxes inside those boxes that hold metadata.
    let source: RationedByteSource<BlockByteSource<Source>>
    var metadata = EmbeddedMetadata()
    /// By where it was found, because files tell it in several places and in any order.
    var places: [PlaceOrigin: GeoPoint] = [:]
    var trackCount = 0

    /// The kinds of statement of a place, the most trusted one first.
    enum PlaceOrigin: CaseIterable {
        case keys, userData, itemList, locationBox
    }

    init(_ file: Source) {
        self.file = file
        source = RationedByteSource(BlockByteSource(file))
    }

    var result: EmbeddedMetadata {
        var result = metadata
        result.movie.place = PlaceOrigin.allCases.lazy.compactMap { places[$0] }.first
        return result
    }

    mutating func readFile() throws(ByteSourceError) {
        var descriptionsLeft = Self.mostDescriptions
        for box in try file.boxes(in: 0..<file.size, most: Self.mostBoxes) {
            if Self.descriptions.contains(box.type) { descriptionsLeft -= 1 }
            guard descriptionsLeft >= 0 else { return }
            if box.isCut, ["moov", "meta"].contains(box.type) {
                metadata.note("The file ends inside its box \(box.type).")
            }
            switch box.type {
            case "moov": try readMovie(box)
            case "meta": try readMeta(box, in: .file)
            case "udta": try readUserData(box)
            case "uuid": try readUUID(box)
            case "Exif": readExifItem(try source.contents(of: box, most: 4 << 20))
            // JPEG XL: another box, compressed by Brotli, behind its type (ISO/IEC 18181-2, 9.2).
            case "brob":
                let type = try source.contents(of: box, most: 4)
                if type.holds("Exif".utf8) || type.holds("xml ".utf8) { metadata.needsFallback = true }
            case "xml ": metadata.take(xmp: try source.contents(of: box, most: 4 << 20))
            default: break
            }
        }
    }

    mutating func readExifItem(_ contents: [UInt8]) {
        if let tiff = ExifItem.tiff(in: contents) {
            metadata.take(exif: tiff)
        } else {
            metadata.note("The file's EXIF block cannot be found where it is said to be.")
        }
    }
}
