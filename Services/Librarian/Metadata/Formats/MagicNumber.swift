/// Bytes at the very beginning of a file that alone decide its format.
struct MagicNumber: Sendable {
    let bytes: [UInt8]
    let format: MediaFormat

    private init(_ bytes: [UInt8], _ format: MediaFormat) {
        self.bytes = bytes
        self.format = format
    }

    private init(_ text: String, _ format: MediaFormat) {
        self.init(Array(text.utf8), format)
    }

    /// The longer of two that begin alike comes first.
    static let all: [MagicNumber] = [
        MagicNumber([0xFF, 0xD8, 0xFF], .jpeg),
        MagicNumber([0xFF, 0x01] + Array("Exiv2".utf8), .exv),
        MagicNumber([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        MagicNumber("GIF87a", .gif),
        MagicNumber("GIF89a", .gif),
        MagicNumber([0xFF, 0x0A], .jxl),
        MagicNumber([0, 0, 0, 12] + Array("JXL \r\n".utf8) + [0x87, 0x0A], .jxl),
        MagicNumber([0, 0, 0, 12] + Array("jP  \r\n".utf8) + [0x87, 0x0A], .jp2),
        MagicNumber([0xFF, 0x4F, 0xFF, 0x51], .jp2),
        MagicNumber("8BPS\0\u{1}", .psd),
        MagicNumber("8BPS\0\u{2}", .psd),
        MagicNumber([0x76, 0x2F, 0x31, 0x01], .exr),
        MagicNumber([0x49, 0x49, 0xBC, 0x01], .jxr),
        MagicNumber("IIRO", .orf),
        MagicNumber("IIRS", .orf),
        MagicNumber("MMOR", .orf),
        MagicNumber("IIU\0", .rw2),
        MagicNumber([0x49, 0x49, 0x1A, 0, 0, 0] + Array("HEAPCCDR".utf8), .crw),
        MagicNumber("FUJIFILMCCD-RAW", .raf),
        MagicNumber("\0MRM", .mrw),
        MagicNumber("FOVb", .x3f),
        MagicNumber([0, 0, 1, 0xBA], .mpegPS),
        MagicNumber([0, 0, 1, 0xB3], .mpegPS),
        MagicNumber("FLV\u{1}", .flv),
        MagicNumber([0x1F, 0x07, 0x00], .dv),
        MagicNumber(".RMF", .realMedia),
    ]
}
