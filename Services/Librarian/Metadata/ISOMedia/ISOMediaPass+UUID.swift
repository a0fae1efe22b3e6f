import FactoryCore

extension ISOMediaPass {
    /// Boxes of other makers' types: XMP, EXIF, IPTC, Canon's and Sony's.
    mutating func readUUID(_ box: ISOBox) throws(ByteSourceError) {
        switch box.uuid {
        case UUIDBox.xmp: metadata.take(xmp: try source.contents(of: box, most: 4 << 20))
        case UUIDBox.exif, UUIDBox.exifOfPhotoshop:
            readExifItem(try source.contents(of: box, most: 4 << 20))
        case let id where UUIDBox.iptc.contains(id):
            metadata.take(iptc: try source.contents(of: box, most: 1 << 20))
        case UUIDBox.canon: try readCanon(box)
        case UUIDBox.sony: try readSony(box)
        default: break
        }
    }

    /// CMT1 is the main directory, CMT2 that of Exif and CMT4 that of GPS, each in a TIFF structure of its own; CMT3
    /// has Canon's maker notes.
    private mutating func readCanon(_ box: ISOBox) throws(ByteSourceError) {
        for box in try source.boxes(in: box.contents) {
            let tag: UInt16
            switch box.type {
            case "CMT1": tag = 0
            case "CMT2": tag = 0x8769
            case "CMT4": tag = 0x8825
            default: continue
            }
            let tiff = try source.contents(of: box, most: 1 << 20)
            if tag == 0 {
                metadata.take(exif: tiff[...])
            } else if let whole = TIFFDirectoryPointer.promoting(tiff, as: tag) {
                metadata.take(exif: whole[...])
            } else {
                metadata.note("The file's box \(box.type) holds no EXIF.")
            }
        }
    }

    /// In the box MTDT a list of tagged values; 0x0B is the clock's offset in minutes, signed.
    private mutating func readSony(_ box: ISOBox) throws(ByteSourceError) {
        for box in try source.boxes(in: box.contents) where box.type == "MTDT" {
            var cursor = ByteCursor(try source.contents(of: box, most: 1 << 16))
            for _ in 0..<(cursor.number(2) ?? 0) {
                guard let size = cursor.number(2), let tag = cursor.number(4), cursor.take(4) != nil,
                    let value = cursor.take(size - 10)
                else { break }
                guard tag == 0x0B, let minutes = value.integer(UInt16.self, at: 0, .big) else { continue }
                metadata.movie.offset =
                    metadata.movie.offset ?? UTCOffset(minutes: Int(Int16(bitPattern: minutes)))
            }
        }
    }
}
