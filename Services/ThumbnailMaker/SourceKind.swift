/// What a file may be, by how it begins: its name may say anything. What libvips knows is for libvips to say.
struct SourceKind: Equatable {
    /// How many bytes of a file it takes.
    static let headSize = 400

    /// Whether LibRaw is to look at it first.
    let mayBeRaw: Bool
    /// Whether it is a video where it is no picture.
    let mayBeVideo: Bool
    /// What it is called, of kinds that are never decoded; nil for the others.
    let name: String?

    /// - Parameters:
    ///   - head: the first bytes, as many as there are.
    ///   - fileExtension: in lower case, without the dot.
    init(head: [UInt8], fileExtension: String) {
        let head = SourceHead(head)
        mayBeRaw = Self.isRaw(head) || (head.isTIFF && !["tif", "tiff"].contains(fileExtension))
        mayBeVideo = Self.isVideo(head)
        name = Self.refused.first { head.has($0.text, at: $0.offset) }?.name ?? (head.isText ? "a text" : nil)
    }

    /// Raw formats that cannot be taken for anything else.
    private static func isRaw(_ head: SourceHead) -> Bool {
        ["FUJIFILMCCD-RAW", "FOVb", "\0MRM", "IIRO", "IIRS", "MMOR", "IIU\0"].contains { head.has($0, at: 0) }
            || head.has("HEAPCCDR", at: 6) || head.has("ftypcrx ", at: 4)
    }

    private static func isVideo(_ head: SourceHead) -> Bool {
        ["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"].contains { head.has($0, at: 4) }
            || (head.has("RIFF", at: 0) && head.has("AVI ", at: 8))
            || ["FLV\u{1}", "OggS", ".RMF"].contains { head.has($0, at: 0) }
            || [
                [0x1A, 0x45, 0xDF, 0xA3], [0x30, 0x26, 0xB2, 0x75], [0, 0, 1, 0xBA], [0, 0, 1, 0xB3],
                [0x06, 0x0E, 0x2B, 0x34],
            ].contains { head.has($0, at: 0) }
            // Packets of 188 bytes, or of 192 with a time before each.
            || (head.has([0x47], at: 0) && head.has([0x47], at: 188))
            || (head.has([0x47], at: 4) && head.has([0x47], at: 196))
    }

    private static let refused: [(text: String, offset: Int, name: String)] = [
        ("8BPS", 0, "a Photoshop document"), ("%PDF", 0, "a PDF document"), ("BM", 0, "a bitmap of Windows"),
        ("jP  ", 4, "a JPEG 2000"), ("<svg", 0, "an SVG drawing"), ("<?xml", 0, "an XML document"),
        ("PK\u{3}\u{4}", 0, "an archive"),
    ]
}
