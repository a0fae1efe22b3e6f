import TestSupport

@testable import librarian

extension FuzzSeeds {
    static let xmp = ascii(
        XMPPacketTests.packet(
            attributes: "xmp:CreateDate='2001-01-01T02:03:04+05:00' exif:GPSLatitude='35,39.5N'",
            elements: "<photoshop:DateCreated><rdf:Seq><rdf:li>2001</rdf:li></rdf:Seq></photoshop:DateCreated>"))
    static let exif = SampleExifBlock.full.bytes()
    static let iptc = join(
        [0x1C, 2, 55, 0, 8], ascii("20010203"), [0x1C, 2, 60, 0x80, 4, 0, 0, 0, 11], ascii("010203+0000"))
    static let resources = join(
        PhotoshopBytes.resource(1028, iptc), PhotoshopBytes.resource(1058, exif), PhotoshopBytes.resource(1060, xmp))

    /// Small files of each kind, none of them special.
    static var made: [FuzzTarget: [[UInt8]]] {
        [
            .format(.jpeg): [jpeg], .format(.exv): [join([0xFF, 0x01], ascii("Exiv2"), Array(jpeg.dropFirst(2)))],
            .format(.png): [png], .format(.gif): [gif], .format(.psd): [psd],
            .format(.webp): [riff("WEBP", [("VP8 ", [1, 2, 3, 4]), ("EXIF", exif), ("XMP ", xmp)])],
            .format(.tiff): tiffs, .format(.raf): [raf], .format(.mrw): [mrw], .format(.crw): [crw],
            .format(.x3f): [x3f], .format(.mov): [mov], .format(.heic): [heic], .format(.cr3): [cr3],
            .format(.jxl): [jxl], .format(.jp2): [join(ISOBytes.uuid(UUIDBox.exif, exif), ISOBytes.box("xml ", xmp))],
            .format(.avi): [avi], .format(.matroska): [matroska], .format(.asf): [asf], .format(.mpegTS): [transport],
            .xmp: [xmp], .iptc: [iptc], .exifBlock: [exif], .sidecar("a.jpg.json"): [takeout],
            .sidecar("a.aae"): [ascii("<?xml version=\"1.0\"?><plist version=\"1.0\"><dict/></plist>")],
            .exifTool: [answer],
        ]
    }

    private static let takeout = ascii(
        #"{"title":"a.jpg","photoTakenTime":{"timestamp":"1"},"geoData":{"latitude":1.0,"longitude":2.0}}"#)
    private static let answer = ascii(
        #"[{"SourceFile":"a","ExifIFD:DateTimeOriginal":"2001:02:03 04:05:06","Composite:GPSLatitude":1.5}]"#)

    // Parts are joined by a function: the compiler takes minutes for long sums of literals.
    static func join(_ parts: [UInt8]...) -> [UInt8] {
        Array(parts.joined())
    }

    static func ascii(_ text: String) -> [UInt8] {
        Array(text.utf8)
    }

    static func zeros(_ count: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: count)
    }

    static func riff(_ type: String, _ chunks: [(String, [UInt8])]) -> [UInt8] {
        var body = ascii(type)
        for (name, contents) in chunks {
            body += join(ascii(name), little(contents.count), contents, zeros(contents.count % 2))
        }
        return join(ascii("RIFF"), little(body.count), body)
    }

    static func big(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(number).bigEndian) { Array($0) }
    }

    static func little(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(number).littleEndian) { Array($0) }
    }
}
