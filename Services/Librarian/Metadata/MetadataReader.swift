import FactoryCore

/// Reads when and where a photo or video was taken, by seeking and never passing over the media data.
struct MetadataReader: Sendable {
    let zone: LibraryZone
    let placeZones: PlaceZones

    /// In bytes. Apple's are UUIDs of 36.
    private static let longestIdentifier = 64

    init(zone: LibraryZone = .process, placeZones: PlaceZones = .off) {
        self.zone = zone
        self.placeZones = placeZones
    }

    /// What `source` says of itself. Bad contents are never an error: what can be read is used. Throws only when the
    /// file cannot be read, because then nothing is known about it.
    func embedded(in source: some ByteSource, format: MediaFormat) throws(ByteSourceError) -> EmbeddedMetadata {
        let source = RationedByteSource(source)
        return switch format {
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
        let place = PlaceRules.place(of: embedded, sidecars: sidecars)
        let rules = CaptureTimeRules(
            now: now, clock: CaptureClock(zone: zone, placeZones: placeZones, place: place),
            satelliteTimes: SatelliteTime.texts(embedded))
        var nameDate: FileNameDate? { FileNameDate(name: name, now: now) }
        let capture =
            switch format.kind {
            case .photo:
                rules.captureTime(
                    of: StillDates.first(embedded, sidecars: sidecars),
                    else: { StillDates.others(embedded, name: nameDate, sidecars: sidecars, now: now) },
                    modified: modified)
            case .video:
                rules.captureTime(
                    of: MovieDates.candidates(embedded, name: nameDate, sidecars: sidecars, now: now),
                    modified: modified)
            }
        return MediaMetadata(
            format: format, capture: capture, place: place,
            problem: ProblemRules.problem(embedded.problem, dateFrom: capture.source),
            contentIdentifier: embedded.contentIdentifier.flatMap {
                (1...Self.longestIdentifier).contains($0.utf8.count) ? $0 : nil
            }, note: ExtensionRules.note(name: name, format: format))
    }
}
