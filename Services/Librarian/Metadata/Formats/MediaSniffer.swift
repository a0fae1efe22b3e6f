/// Decides by content alone what a file is; its name is not asked.
enum MediaSniffer {
    /// How much of a file's beginning decides at best; less will do for all but a few. Of Matroska and Windows Media
    /// all that there is tells whether they hold sound alone.
    static let headLength = 4096

    /// The format of the file that begins with `head`; nil for what is neither photo nor video.
    static func format(of whole: ArraySlice<UInt8>) -> MediaFormat? {
        let head = whole.prefix(headLength)
        for magic in MagicNumber.all where head.starts(with: magic.bytes) {
            return magic.format
        }
        return tiff(head) ?? ISOBrands.format(of: head) ?? riff(head) ?? ebml(whole) ?? asf(whole) ?? ogg(head)
            ?? bmp(head) ?? transportStream(head)
    }

    /// TIFF and BigTIFF; Canon's CR2 has a signature of its own behind that of TIFF.
    private static func tiff(_ head: ArraySlice<UInt8>) -> MediaFormat? {
        let signatures: [[UInt8]] = [
            [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43],
        ]
        guard signatures.contains(where: { head.starts(with: $0) }) else { return nil }
        return head.holds("CR".utf8, at: 8) ? .cr2 : .tiff
    }

    private static func riff(_ head: ArraySlice<UInt8>) -> MediaFormat? {
        guard head.holds("RIFF".utf8) else { return nil }
        if head.holds("WEBP".utf8, at: 8) { return .webp }
        return head.holds("AVI ".utf8, at: 8) ? .avi : nil
    }

    /// Without a stated document type, the standard says, EBML is Matroska. Refused when it holds sound alone.
    private static func ebml(_ head: ArraySlice<UInt8>) -> MediaFormat? {
        guard head.holds([0x1A, 0x45, 0xDF, 0xA3]), !MatroskaTracks.areSoundAlone(in: Array(head)) else { return nil }
        return head.prefix(256).contains(sequence: [0x42, 0x82, 0x84] + Array("webm".utf8)) ? .webm : .matroska
    }

    /// Windows Media; refused when its header, whose size stands behind its identifier, is known as a whole and
    /// announces streams of sound alone. Texts of any length may stand before what it says of the streams.
    private static func asf(_ head: ArraySlice<UInt8>) -> MediaFormat? {
        let mediaTypes: [UInt8] = [0x4D, 0x5B, 0xCF, 0x11, 0xA8, 0xFD, 0x00, 0x80, 0x5F, 0x5C, 0x44, 0x2B]
        let header: [UInt8] = [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6, 0xD9, 0x00, 0xAA, 0x00, 0x62]
        guard head.holds(header) else { return nil }
        guard let size = head.integer(UInt64.self, at: 16, .little), size <= head.count else { return .asf }
        let head = head.prefix(Int(size))
        let hasPictures = head.contains(sequence: [0xC0, 0xEF, 0x19, 0xBC] + mediaTypes)
        let hasSound = head.contains(sequence: [0x40, 0x9E, 0x69, 0xF8] + mediaTypes)
        return hasSound && !hasPictures ? nil : .asf
    }

    private static func ogg(_ head: ArraySlice<UInt8>) -> MediaFormat? {
        guard head.holds("OggS".utf8) else { return nil }
        return head.contains(sequence: [0x80] + Array("theora".utf8)) ? .ogv : nil
    }

    /// "BM" begins many a text, so that the sizes of the two headers must fit as well.
    private static func bmp(_ head: ArraySlice<UInt8>) -> MediaFormat? {
        let knownHeaders: Set<UInt32> = [12, 40, 52, 56, 64, 108, 124]
        guard head.holds("BM".utf8), let size = head.integer(UInt32.self, at: 14, .little) else { return nil }
        return knownHeaders.contains(size) ? .bmp : nil
    }

    /// A transport stream repeats its sync byte every 188 bytes; in AVCHD four bytes of time precede each packet.
    private static func transportStream(_ head: ArraySlice<UInt8>) -> MediaFormat? {
        for (first, packet) in [(0, 188), (4, 192)] {
            let places = stride(from: first, to: min(head.count, packet * 8), by: packet)
            guard head.count >= packet * 3 else { continue }
            if places.allSatisfy({ head[head.startIndex + $0] == 0x47 }) { return .mpegTS }
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        guard let first = sequence.first, count >= sequence.count else { return false }
        return indices.dropLast(sequence.count - 1).contains { self[$0] == first && self[$0...].starts(with: sequence) }
    }
}
