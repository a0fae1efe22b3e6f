import FactoryCore
import Testing

@testable import librarian

@Suite("An XMP packet")
struct XMPPacketTests {
    private static let namespaces = """
        xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" \
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
        """

    /// A packet about one resource.
    static func packet(attributes: String = "", elements: String = "") -> String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" \(namespaces) \(attributes)>\(elements)</rdf:Description>
        </rdf:RDF></x:xmpmeta>   <?xpacket end="w"?>
        """
    }

    private func fields(_ text: String) -> XMPFields? {
        XMPPacket.fields(of: Array(text.utf8))
    }

    @Test("is read in attributes and in elements alike")
    func forms() throws {
        let attributes = try #require(
            fields(
                Self.packet(
                    attributes: """
                        exif:DateTimeOriginal="2024-03-09T19:50:38+09:00" photoshop:DateCreated='2024-03-08' \
                        xmp:CreateDate="2024-03-07" exif:DateTimeDigitized="2024-03-06" xmp:ModifyDate="2024-03-05" \
                        exif:GPSTimeStamp="2024-03-09T10:50:36Z" exif:GPSLatitude="33,30S" exif:GPSLongitude="151,15,0E"
                        """)))
        let elements = try #require(
            fields(
                Self.packet(
                    elements: """
                        <exif:DateTimeOriginal> 2024-03-09T19:50:38+09:00\r\n</exif:DateTimeOriginal>
                        <photoshop:DateCreated>2024-03-08</photoshop:DateCreated>
                        <xmp:CreateDate>2024-03-07</xmp:CreateDate>
                        <exif:DateTimeDigitized>2024-03-06</exif:DateTimeDigitized>
                        <xmp:ModifyDate>2024-03-05</xmp:ModifyDate>
                        <exif:GPSDateTime>2024-03-09T10:50:36Z</exif:GPSDateTime>
                        <exif:GPSLatitude>-33.5</exif:GPSLatitude><exif:GPSLongitude>151,15.0E</exif:GPSLongitude>
                        """)))
        #expect(attributes == elements)
        #expect(attributes.original == "2024-03-09T19:50:38+09:00")
        #expect(attributes.created == "2024-03-08")
        #expect(attributes.digitizedByTool == "2024-03-07")
        #expect(attributes.digitized == "2024-03-06")
        #expect(attributes.modified == "2024-03-05")
        #expect(attributes.satelliteTime == "2024-03-09T10:50:36Z")
        #expect(attributes.place == GeoPoint(latitude: -33.5, longitude: 151.25))
    }

    @Test("means namespaces, not prefixes")
    func namespaces() {
        let foreign = "<a:CreateDate xmlns:a='http://ns.adobe.com/xap/1.0/'>2001-01-01</a:CreateDate>"
        #expect(fields(Self.packet(elements: foreign))?.digitizedByTool == "2001-01-01")
        let disguised = "<xmp:CreateDate xmlns:xmp='http://example.org/'>2001-01-01</xmp:CreateDate>"
        #expect(fields(Self.packet(elements: disguised)) == XMPFields())
    }

    @Test("gives the first item of a list, and a value that has qualifiers")
    func lists() {
        let list = "<rdf:Seq><rdf:li> </rdf:li><rdf:li>2001-01-01</rdf:li><rdf:li>2002-02-02</rdf:li></rdf:Seq>"
        #expect(
            fields(Self.packet(elements: "<xmp:CreateDate>\(list)</xmp:CreateDate>"))?.digitizedByTool == "2001-01-01")
        let qualified = "<rdf:Description><xmp:Note>1999</xmp:Note><rdf:value>2001-01-01</rdf:value></rdf:Description>"
        let element = "<xmp:CreateDate>\(qualified)</xmp:CreateDate>"
        #expect(fields(Self.packet(elements: element))?.digitizedByTool == "2001-01-01")
    }

    @Test("speaks of its own resource alone, not of the ones that went into it")
    func nested() {
        let ingredient =
            "<rdf:Description xmp:CreateDate='1999-09-09'><xmp:ModifyDate>1999</xmp:ModifyDate></rdf:Description>"
        let pantry = "<xmpMM:Pantry><rdf:Bag><rdf:li>\(ingredient)</rdf:li></rdf:Bag></xmpMM:Pantry>"
        let own = "<xmp:CreateDate>2001-01-01</xmp:CreateDate>"
        let found = fields(Self.packet(elements: pantry + own))
        #expect(found?.digitizedByTool == "2001-01-01")
        #expect(found?.modified == nil)
    }

    @Test("gives what stands before the place where it breaks, and needs no wrapper")
    func broken() {
        let whole = Self.packet(
            elements: "<xmp:CreateDate>2001-01-01</xmp:CreateDate><xmp:ModifyDate>2002</xmp:ModifyDate>")
        let cut = whole.prefix(whole.count - 75)
        #expect(fields(String(cut))?.digitizedByTool == "2001-01-01")
        #expect(fields(whole + String(repeating: "\0", count: 500))?.modified == "2002")
        #expect(fields(" \n" + whole)?.modified == "2002")
        let bare = whole.split(separator: "\n").dropFirst().joined(separator: "\n")
        #expect(fields(bare)?.modified == "2002")
    }

    @Test("may be written in UTF-16 of either order, or with single bytes of Latin-1")
    func encodings() {
        let text = Self.packet(elements: "<xmp:CreateDate>2001-01-01</xmp:CreateDate>")
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
            #expect(XMPPacket.fields(of: bytes)?.digitizedByTool == "2001-01-01")
        }
        let caption = Self.packet(elements: "<xmp:Label>~</xmp:Label><xmp:CreateDate>2001-01-01</xmp:CreateDate>")
        let latin = caption.utf8.map { $0 == UInt8(ascii: "~") ? 0xE9 : $0 }
        #expect(XMPPacket.fields(of: latin)?.digitizedByTool == "2001-01-01")
    }

    @Test("obeys no declarations: a document type ends it")
    func entities() {
        let declaration = "<!DOCTYPE a [<!ENTITY e '2001-01-01'>]>"
        let text = Self.packet(elements: "<xmp:CreateDate>&e;</xmp:CreateDate>")
        #expect(fields(declaration + text) == nil)
        #expect(fields(text) == XMPFields())
        let own = Self.packet(elements: "<xmp:CreateDate>2001&#45;01&#x2D;01</xmp:CreateDate>")
        #expect(fields(own)?.digitizedByTool == "2001-01-01")
    }

    @Test("is bounded in size, in depth and in the length of a value")
    func bounds() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(fields(Self.packet(attributes: "xmp:CreateDate='2001'", elements: deep))?.digitizedByTool == "2001")
        let long = String(repeating: "2", count: 10_000)
        #expect(fields(Self.packet(elements: "<xmp:CreateDate>\(long)</xmp:CreateDate>")) == XMPFields())
        let padding = String(repeating: " ", count: XMLDocument.longest)
        #expect(fields(Self.packet(elements: padding + "<xmp:CreateDate>2001</xmp:CreateDate>")) == XMPFields())
    }

    @Test("is none when it is no RDF", arguments: ["", "<", "x", "<a/>", "<RDF/>", "\u{FEFF}", "{}"])
    func none(text: String) {
        #expect(fields(text) == nil)
    }

    @Test("takes the direction from beside the value where the value has none of its own")
    func references() {
        func place(_ latitude: String, _ longitude: String) -> GeoPoint? {
            let references = "exif:GPSLatitudeRef='S' exif:GPSLongitudeRef='W'"
            let values = "exif:GPSLatitude='\(latitude)' exif:GPSLongitude='\(longitude)'"
            return fields(Self.packet(attributes: "\(references) \(values)"))?.place
        }
        #expect(place("44.5", "63.25") == GeoPoint(latitude: -44.5, longitude: -63.25))
        #expect(place("-44.5", "63,15.0E") == GeoPoint(latitude: -44.5, longitude: 63.25))
    }

    @Test(
        "gives a place only for two axes that are on earth",
        arguments: [
            ("35,39.5N", "139,42W", (35.6583333, -139.7)), ("35,39,30 N", "139.7", (35.6583333, 139.7)),
            ("35.5", "-0,30,0", (35.5, -0.5)), ("0", "0", nil), ("91N", "1E", nil), ("N", "1E", nil),
            ("1.2.3N", "1E", nil), ("35,39.5N", "", nil),
        ] as [(String, String, (Double, Double)?)])
    func places(latitude: String, longitude: String, place: (Double, Double)?) {
        let found = fields(Self.packet(attributes: "exif:GPSLatitude='\(latitude)' exif:GPSLongitude='\(longitude)'"))
        #expect((found?.place == nil) == (place == nil))
        if let found = found?.place, let place {
            #expect(abs(found.latitude - place.0) < 1e-6 && abs(found.longitude - place.1) < 1e-6)
        }
    }
}
