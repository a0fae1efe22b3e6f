import TestSupport

@testable import librarian

extension FuzzSeeds {
    static var mov: [UInt8] {
        let header = ISOBytes.header("mvhd", created: 3_700_000_000)
        let keys = MovieBytes.keys([("com.apple.quicktime.creationdate", "2001-02-03T04:05:06+0100")])
        let place = ISOBytes.full("loci", join([0, 0, 0x61, 0, 0], big(1), big(2)))
        let texts = ISOBytes.box(
            "udta", of: MovieBytes.text("©day", "2001-02-03"), MovieBytes.text("©xyz", "+35.0+139.0/"),
            MovieBytes.itemList([("©day", "2001")]), place)
        let movie = MovieBytes.movie(header, track, keys, texts, ISOBytes.uuid(UUIDBox.xmp, xmp))
        return join(ISOBytes.fileType, ISOBytes.box("mdat", [1, 2, 3, 4]), movie)
    }

    private static var track: [UInt8] {
        let description = ISOBytes.full("stsd", join(big(1), ISOBytes.box("gpmd", zeros(8))))
        let sizes = ISOBytes.full("stsz", join(big(4), big(1)))
        let offsets = ISOBytes.full("stco", join(big(1), big(24)))
        let chunks = ISOBytes.full("stsc", join(big(1), big(1), big(1), big(1)))
        let table = ISOBytes.box("stbl", of: description, sizes, offsets, chunks)
        let media = ISOBytes.box(
            "mdia", of: ISOBytes.header("mdhd", created: 3_700_000_000, version: 1), MovieBytes.handler("vide"),
            ISOBytes.box("minf", table))
        return ISOBytes.box("trak", of: ISOBytes.header("tkhd", created: 3_700_000_000), media)
    }

    static var heic: [UInt8] {
        let first = HEIFBytes.Item(id: 1, type: "Exif", construction: 1, extents: [(0, ISOBytes.exif.count)])
        let second = HEIFBytes.Item(
            id: 2, type: "mime", contentType: "application/rdf+xml", construction: 1,
            extents: [(ISOBytes.exif.count, xmp.count)])
        let picture = HEIFBytes(items: [first, second], dataBox: join(ISOBytes.exif, xmp))
        return join(ISOBytes.fileType, picture.meta)
    }

    static var cr3: [UInt8] {
        let boxes = join(ISOBytes.box("CMT1", exif), ISOBytes.box("CMT2", exif), ISOBytes.box("CMT4", exif))
        return join(ISOBytes.fileType, MovieBytes.movie(ISOBytes.uuid(UUIDBox.canon, boxes)))
    }

    static var jxl: [UInt8] {
        join(
            ISOBytes.box("JXL ", [0x0D, 0x0A, 0x87, 0x0A]), ISOBytes.box("Exif", ISOBytes.exif),
            ISOBytes.box("brob", ascii("Exif")), ISOBytes.box("xml ", xmp))
    }

    static var avi: [UInt8] {
        let information = join(ascii("INFOICRD"), little(10), ascii("2003-03-10"))
        return riff("AVI ", [("IDIT", ascii("Wed Jan 02 02:03:55 2005\n\0")), ("LIST", information)])
    }

    static var matroska: [UInt8] {
        let date: [UInt8] = [0x44, 0x61, 0x88, 3, 0x36, 0xA7, 0xC0, 0x11, 0x22, 0x33, 0x44]
        let info = join(date, [0x44, 0x89, 0x84, 0x45, 0, 0, 0])
        let body = join([0x15, 0x49, 0xA9, 0x66, UInt8(0x80 + info.count)], info)
        let header: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3, 0x83, 1, 2, 3]
        return join(header, [0x18, 0x53, 0x80, 0x67, UInt8(0x80 + body.count)], body)
    }

    static var asf: [UInt8] {
        let properties: [UInt8] = [
            0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11, 0x8E, 0xE4, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65,
        ]
        let created = withUnsafeBytes(of: UInt64(127_434_578_140_000_000).littleEndian) { Array($0) }
        return join(zeros(30), properties, little(104), little(0), zeros(24), created, zeros(48))
    }

    static var transport: [UInt8] {
        let packs: [UInt8] = [2, 0x18, 0x02, 0x20, 0x08, 0x12, 0x19, 0x31, 0x23, 0x16, 0x24]
        let contents = join(ModifiedDVPack.id, packs)
        let message = join([5, UInt8(contents.count)], contents, [0x80])
        let stream = join([0, 0, 1, 0xE0, 0, 0, 0x80, 0, 0, 0, 0, 0, 1, 6], message, [0, 0, 0, 1, 0x65])
        let stuffing = [UInt8](repeating: 0xFF, count: 184 - stream.count - 1)
        let packet = join([0x47, 0x50, 0x11, 0x30, UInt8(stuffing.count)], stuffing, stream)
        return join(packet, packet, packet, packet)
    }
}
