import FactoryCore

/// Reads when and where a photo or video was taken, by seeking and never passing over the media data.
struct MetadataReader: Sendable {
    let zone: LibraryZone

    init(zone: LibraryZone = .process) {
        self.zone = zone
    }

    /// What `source` says of itself. Bad contents are never an error: what can be read is used. Throws only when the
    /// file cannot be read, because then nothing is known about it.
    func embedded(in source: some ByteSource, format: MediaFormat) throws(ByteSourceError) -> EmbeddedMetadata {
        switch format {
        case .jpeg: try JPEGMetadataReader.read(source)
        case .exv: try JPEGMetadataReader.read(source, from: 7)
        case .tiff, .cr2, .orf, .rw2, .jxr: try TIFFMetadataReader.read(source)
        case .raf: try RAFMetadataReader.read(source)
        case .mrw: try MRWMetadataReader.read(source)
        case .crw: try CRWMetadataReader.read(source)
        case .x3f: try X3FMetadataReader.read(source)
        case .psd: try PSDMetadataReader.read(source)
        case .png: try PNGMetadataReader.read(source)
        case .webp: try WebPMetadataReader.read(source)
        case .gif: try GIFMetadataReader.read(source)
        case .heic, .heif, .avif, .cr3, .jxl, .jp2, .mov, .mp4, .threeGP: try ISOMediaMetadataReader.read(source)
        case .avi: try AVIMetadataReader.read(source)
        case .matroska, .webm: try MatroskaMetadataReader.read(source)
        case .asf: try ASFMetadataReader.read(source)
        case .mpegTS: try TransportStreamMetadataReader.read(source)
        default: EmbeddedMetadata()
        }
    }

    /// What follows from everything that is known of a file.
    ///
    /// - Parameters:
    ///   - name: the file's own, which may hold a date.
    ///   - modified: the file's modification time, the last resort.
    ///   - now: bounds the future.
    func metadata(
        of embedded: EmbeddedMetadata, format: MediaFormat, name: [UInt8], sidecars: SidecarFacts = SidecarFacts(),
        modified: Timestamp, now: Timestamp
    ) -> MediaMetadata {
        let rules = CaptureTimeRules(now: now, zone: zone, satelliteTime: embedded.exif.satelliteTime)
        let capture = rules.captureTime(of: StillDates.candidates(embedded.exif), modified: modified)
        return MediaMetadata(
            format: format, capture: capture, place: embedded.exif.place, problem: embedded.problem,
            contentIdentifier: embedded.contentIdentifier)
    }
}
