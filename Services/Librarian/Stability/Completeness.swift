/// Whether a file has all its bytes, as far as its own structure tells.
enum Completeness: Sendable, Hashable {
    case complete
    /// With one sentence that says what is missing.
    case incomplete(String)

    /// Judges by the structure of `format`, or by there being any bytes at all where a format's structure does not
    /// tell. Throws only when the file cannot be read.
    static func of(_ source: some ByteSource, format: MediaFormat) throws(ByteSourceError) -> Completeness {
        guard source.size > 0 else { return .incomplete("The file is empty.") }
        return switch format {
        case .jpeg: try CompletenessOfJPEG.check(source)
        case .mov, .mp4, .threeGP, .cr3: try CompletenessOfISOMedia.check(source, index: ["moov", "moof"])
        case .heic, .heif, .avif: try CompletenessOfISOMedia.check(source, index: ["meta", "moov"])
        case .jxl: try CompletenessOfISOMedia.check(source, index: ["jxlc", "jxlp"], orSignature: [0xFF, 0x0A])
        case .jp2: try CompletenessOfISOMedia.check(source, index: ["jp2c"], orSignature: [0xFF, 0x4F])
        case .png: try CompletenessOfPNG.check(source)
        case .gif: try CompletenessOfGIF.check(source)
        case .webp, .avi: try CompletenessOfRIFF.check(source)
        case .matroska, .webm: try CompletenessOfMatroska.check(source)
        default: .complete
        }
    }
}
