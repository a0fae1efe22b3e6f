import Testing

@testable import librarian

@Suite("The format of a file's content")
struct MediaSnifferTests {
    private static func box(_ brands: String...) -> [UInt8] {
        let body = Array("ftyp".utf8) + Array(brands[0].utf8) + [0, 0, 0, 0] + brands.dropFirst().flatMap(\.utf8)
        return [0, 0, 0, UInt8(body.count + 4)] + body
    }

    @Test(
        "of box-structured files is told by their brands",
        arguments: [
            (box("heic"), MediaFormat.heic), (box("mif1", "heic"), .heic), (box("mif1", "avif"), .avif),
            (box("mif1"), .heif), (box("avif"), .avif), (box("crx "), .cr3), (box("qt  "), .mov),
            (box("3gp6"), .threeGP), (box("isom", "mp41"), .mp4), (box("M4A ", "mp42"), nil),
            ([0, 0, 1, 0] + Array("moov".utf8), .mov), ([0, 0, 0, 1] + Array("mdat".utf8), .mov),
            (Array("wood skip".utf8), nil), (Array("tap free".utf8), nil),
        ])
    func brands(head: [UInt8], format: MediaFormat?) {
        #expect(MediaSniffer.format(of: head) == format)
    }

    @Test("of Windows Media and Ogg depends on there being pictures")
    func pictures() {
        func asf(_ contents: [UInt8] = [], missing: Int = 0) -> [UInt8] {
            let id: [UInt8] = [
                0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6, 0xD9, 0x00, 0xAA, 0x00, 0x62, 0xCE, 0x6C,
            ]
            let size = UInt64(24 + contents.count + missing).littleEndian
            return id + withUnsafeBytes(of: size) { Array($0) } + contents
        }
        let type: [UInt8] = [0x4D, 0x5B, 0xCF, 0x11, 0xA8, 0xFD, 0x00, 0x80, 0x5F, 0x5C, 0x44, 0x2B]
        let (sound, video): ([UInt8], [UInt8]) = ([0x40, 0x9E, 0x69, 0xF8] + type, [0xC0, 0xEF, 0x19, 0xBC] + type)
        let texts = [UInt8](repeating: 7, count: MediaSniffer.headLength)
        #expect(MediaSniffer.format(of: asf()) == .asf)
        #expect(MediaSniffer.format(of: asf(sound)) == nil)
        #expect(MediaSniffer.format(of: asf(sound + video)) == .asf)
        #expect(MediaSniffer.format(of: asf(texts + sound)) == nil)
        #expect(MediaSniffer.format(of: asf(sound + texts + video)) == .asf)
        #expect(MediaSniffer.format(of: asf(sound, missing: 1)) == .asf)
        #expect(MediaSniffer.format(of: Array("OggS0000\u{1}vorbis".utf8)) == nil)
        #expect(MediaSniffer.format(of: Array("OggS0000".utf8) + [0x80] + Array("theora".utf8)) == .ogv)
    }

    @Test("of Matroska depends on one of its tracks being no sound")
    func matroskaTracks() {
        func matroska(_ types: [UInt8]) -> [UInt8] {
            let tracks = types.flatMap { [0xAE, 0x83, 0x83, 0x81, $0] as [UInt8] }
            let list = [0x16, 0x54, 0xAE, 0x6B, 0x80 | UInt8(tracks.count)] + tracks
            // EBML's header, empty; a segment of unknown size; an empty space.
            return [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0xFF, 0xEC, 0x81, 0] + list
        }
        #expect(MediaSniffer.format(of: matroska([2])) == nil)
        #expect(MediaSniffer.format(of: matroska([2, 1])) == .matroska)
        #expect(MediaSniffer.format(of: matroska([])) == .matroska)
        #expect(MediaSniffer.format(of: Array(matroska([2, 2]).dropLast(5))) == .matroska)
    }

    @Test("of a transport stream is told by its rhythm")
    func transportStream() {
        let packet = [0x47] + [UInt8](repeating: 1, count: 187)
        #expect(MediaSniffer.format(of: packet + packet + packet + packet) == .mpegTS)
        let timed = ([0, 0, 0, 0] as [UInt8] + packet)
        #expect(MediaSniffer.format(of: timed + timed + timed) == .mpegTS)
        #expect(MediaSniffer.format(of: packet + packet) == nil)
        #expect(MediaSniffer.format(of: packet + [0] + packet + packet) == nil)
    }

    @Test(
        "is none for texts, sounds and nothing at all",
        arguments: [
            "", "B", "BM is how this note begins, with letters.", "II", "RIFF____WAVE", "<?xml", "{\"title\":", "GIF",
            "%PDF-1.7",
        ])
    func none(text: String) {
        #expect(MediaSniffer.format(of: Array(text.utf8)) == nil)
    }

    @Test("is decided at every length without reading past the end")
    func everyLength() {
        let seeds =
            MagicNumber.all.map(\.bytes) + [Self.box("mif1", "heic"), [0x1A, 0x45, 0xDF, 0xA3, 0x42, 0x82, 0x84]]
        for seed in seeds {
            for length in 0...seed.count { _ = MediaSniffer.format(of: Array(seed.prefix(length))) }
        }
        #expect(MediaSniffer.format(of: [0x1A, 0x45, 0xDF, 0xA3]) == .matroska)
    }
}
