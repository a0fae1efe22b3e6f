extension ISOMediaPass {
    /// Where a `meta` box was found.
    enum MetaOwner {
        case file, movie, userData
    }

    mutating func readMeta(_ box: ISOBox, in owner: MetaOwner) throws(ByteSourceError) {
        let boxes = try source.boxes(in: try metaContents(of: box), most: 256)
        if owner == .file { try readItems(boxes) }
        var keys: [String]?
        if let list = boxes.first(where: { $0.type == "keys" }) {
            keys = MovieKeys.names(in: try source.contents(of: list, most: 1 << 16))
        }
        for box in boxes {
            switch box.type {
            case "ilst": try readItemList(box, keys: keys)
            case "xml ": try readXML(box)
            case "uuid": try readUUID(box)
            default: break
            }
        }
    }

    /// In ISO files version and flags come first, in QuickTime's own they do not: there the first box, `hdlr`, follows
    /// at once.
    private func metaContents(of box: ISOBox) throws(ByteSourceError) -> Range<Int> {
        let head = try source.contents(of: box, most: 12)
        let isPlain = head.holds("hdlr".utf8, at: 4) || !head.holds([0, 0, 0, 0])
        let start = box.contents.lowerBound + (isPlain ? 0 : 4)
        return min(start, box.contents.upperBound)..<box.contents.upperBound
    }

    private mutating func readItems(_ boxes: [ISOBox]) throws(ByteSourceError) {
        let items = try ISOItems(of: boxes, in: source)
        // No writer has more than one of each for a picture.
        for item in items.items.prefix(16) {
            let bytes = try items.bytes(of: item)
            if item.isXMP {
                metadata.take(xmp: bytes)
            } else if items.statesNoLength(of: item), ExifItem.tiff(in: bytes) == nil {
                // Programs that clear a picture of its EXIF leave the item behind, without any bytes.
                continue
            } else if bytes.isEmpty {
                metadata.note("The file ends before its EXIF block begins.")
            } else {
                readExifItem(bytes)
            }
        }
    }

    /// XMP, or the description that Sony writes beside its videos.
    private mutating func readXML(_ box: ISOBox) throws(ByteSourceError) {
        let text = try source.contents(of: box, most: 1 << 20)
        metadata.take(xmp: text)
        if let date = NonRealTimeMeta.creationDate(in: text) {
            metadata.movie.texts[.xmlCreationDate] = date
        }
    }
}
