import Testing

@testable import thumbnail_maker

@Suite("Rules of the program that decodes")
struct RuleTests {
    private func kind(_ text: String, _ fileExtension: String = "jpg") -> SourceKind {
        SourceKind(head: Array(text.utf8), fileExtension: fileExtension)
    }

    @Test("what may be raw, by content; what only looks like TIFF, by its name as well")
    func raw() {
        let tiff = "II*\0"
        for name in ["dng", "nef", "jpg", ""] { #expect(kind(tiff, name).mayBeRaw) }
        for name in ["tif", "tiff"] { #expect(!kind(tiff, name).mayBeRaw) }
        for head in ["FUJIFILMCCD-RAW 0201", "IIRO", "IIU\0", "\0\0\0\u{18}ftypcrx "] { #expect(kind(head).mayBeRaw) }
        #expect(!kind("\u{89}PNG").mayBeRaw && !kind("").mayBeRaw)
    }

    @Test("what may be a video")
    func video() {
        for head in ["\0\0\0\u{18}ftypqt  ", "\0\0\0\u{8}wide", "RIFF\0\0\0\0AVI ", "FLV\u{1}", "OggS"] {
            #expect(kind(head).mayBeVideo, "\(head)")
        }
        #expect(SourceKind(head: [0x1A, 0x45, 0xDF, 0xA3], fileExtension: "").mayBeVideo)
        var packets = [UInt8](repeating: 0, count: 400)
        (packets[4], packets[196]) = (0x47, 0x47)
        #expect(SourceKind(head: packets, fileExtension: "").mayBeVideo)
        #expect(!kind("RIFF\0\0\0\0WEBP").mayBeVideo && !kind("GIF89a").mayBeVideo)
    }

    @Test("what is a text, also where a character is cut in two")
    func text() {
        #expect(kind("größer\n").name == "a text")
        #expect(SourceKind(head: Array("größe".utf8.prefix(3)), fileExtension: "").name == "a text")
        #expect(kind("a\0").name == nil && kind("").name == nil)
        #expect(SourceKind(head: [0x41, 0xFF, 0x41, 0x41, 0x41, 0x41], fileExtension: "").name == nil)
    }

    @Test("what decoders say")
    func words() {
        #expect(DecodersWords.sentence("") == "it is damaged and cannot be decoded")
        #expect(
            DecodersWords.sentence("/a: bad seek to 9\n/a: bad seek to 9\n") == "it is cut off and cannot be decoded")
        #expect(DecodersWords.sentence("/a: bad seek to 9\nx\nx\ny\n") == "it cannot be decoded: x; y")
        #expect(DecodersWords.sentence("vips_tracked: out of memory").hasPrefix("decoding it takes more memory"))
    }

    @Test("a WebP keeps its picture alone")
    func webp() {
        func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
            Array(kind.utf8) + [UInt8(content.count), 0, 0, 0] + content
                + [UInt8](repeating: 0, count: content.count % 2)
        }
        let picture = chunk("VP8 ", [1, 2, 3])
        let file =
            Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + chunk("VP8X", [UInt8](repeating: 0, count: 10))
            + picture
            + chunk("EXIF", [9])
        let bare = Array("RIFF".utf8) + [16, 0, 0, 0] + Array("WEBP".utf8) + picture
        #expect(BareWebP.of(file) == bare && BareWebP.of(bare) == bare)
        #expect(BareWebP.of([]) == nil && BareWebP.of(Array(bare.dropLast())) == nil)
    }

    @Test("how a frame is read, and what is none")
    func frame() {
        let frame = PlainPixmap(Array("P6\n2 1\n255\nabcdef".utf8))
        #expect(frame?.width == 2 && frame?.height == 1)
        for text in [
            "", "P6\n2 1\n255\nabcde", "P5\n2 1\n255\nabcdef", "P6\n0 1\n255\n", "P6\n99999999 1\n255\nabc",
            "P6 2 1 255",
        ] {
            #expect(PlainPixmap(Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test("what is reported is one line of JSON")
    func report() {
        let error = MakingError("a \"quoted\"\nline \\ \u{1}é")
        #expect(
            MakingReport.failed(error).json == #"{"reason":"a \"quoted\" line \\  é","concerns_storage":false}"#)
        let made = MadePictures(width: 4, height: 3, hash: [0, 0xAB])
        #expect(MakingReport.made(made).json == #"{"width":4,"height":3,"thumbhash":"00ab"}"#)
    }
}
