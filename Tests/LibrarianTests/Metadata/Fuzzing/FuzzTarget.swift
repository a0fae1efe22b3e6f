import FactoryCore

@testable import librarian

/// What is fed with damaged files.
enum FuzzTarget: Hashable, Sendable, CustomStringConvertible {
    /// A reader, the judgement of completeness, and the rule behind them.
    case format(MediaFormat)
    case exifBlock
    case xmp
    case iptc
    case sidecar(String)
    case sniffer
    case exifTool

    /// All that take bytes from files.
    static let all: [FuzzTarget] =
        MediaFormat.allCases.map { .format($0) }
        + [.exifBlock, .xmp, .iptc, .sidecar("a.xmp"), .sidecar("a.jpg.json"), .sidecar("a.aae"), .sniffer, .exifTool]

    var description: String {
        switch self {
        case .format(let format): format.rawValue
        case .exifBlock: "EXIF block"
        case .xmp: "XMP packet"
        case .iptc: "IPTC records"
        case .sidecar(let name): "sidecar \(name)"
        case .sniffer: "sniffer"
        case .exifTool: "ExifTool's answer"
        }
    }

    /// Reads `input`.
    ///
    /// - Returns: what was wrong with the way in which it was read; nil for nothing. That it comes back is part of what
    ///   is tested.
    func read(_ input: FuzzInput) throws -> String? {
        let source = GuardedByteSource(input)
        do {
            try read(input.bytes, source)
        } catch {
            // Its own refusal to go on.
            guard error is ByteSourceError, source.breach != nil else { throw error }
        }
        return source.breach
    }

    private func read(_ bytes: [UInt8], _ source: GuardedByteSource) throws {
        switch self {
        case .format(let format): try read(source, format)
        case .exifBlock: _ = ExifFields(tiff: bytes[...])
        case .xmp: _ = XMPPacket.fields(of: bytes)
        case .iptc: _ = IPTCRecords.fields(of: bytes)
        case .sidecar(let name): _ = try SidecarReader.read(source, name: Array(name.utf8))
        case .sniffer: _ = MediaSniffer.format(of: bytes)
        case .exifTool: _ = try? ExifToolTags(json: bytes).map { EmbeddedMetadata($0, kind: .video) }
        }
    }

    private func read(_ source: GuardedByteSource, _ format: MediaFormat) throws {
        let reader = MetadataReader(zone: .fixed(.utc))
        let embedded = try reader.embedded(in: source, format: format)
        _ = try Completeness.of(source, format: format)
        _ = reader.metadata(
            of: embedded, format: format, name: Array("IMG_20200102_030405.jpg".utf8),
            modified: Timestamp(seconds: 1_600_000_000), now: Timestamp(seconds: 1_800_000_000))
    }
}
