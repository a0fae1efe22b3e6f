import FactoryCore

/// Reads when and where a photo or video was taken, by seeking and never passing over the media data.
struct MetadataReader: Sendable {
    let zone: LibraryZone

    init(zone: LibraryZone = .process) {
        self.zone = zone
    }

    /// What `source` says of itself. Bad contents are never an error: what can be read is used. Throws only when the
    /// file cannot be read, because then nothing is known about it.
    ///
    /// - Parameters:
    ///   - modified: the file's modification time, the last resort.
    ///   - now: bounds the future.
    func read(
        _ source: some ByteSource, format: MediaFormat, modified: Timestamp, now: Timestamp
    ) throws(ByteSourceError) -> MediaMetadata {
        let embedded = try embeddedMetadata(in: source, format: format)
        let rules = CaptureTimeRules(now: now, zone: zone, satelliteTime: embedded.exif.satelliteTime)
        let capture = rules.captureTime(of: StillDates.candidates(embedded.exif), modified: modified)
        return MediaMetadata(format: format, capture: capture, place: embedded.exif.place, problem: embedded.problem)
    }

    /// One reader for each kind of container; formats without one are dated by their modification time.
    private func embeddedMetadata(
        in source: some ByteSource, format: MediaFormat
    ) throws(ByteSourceError) -> EmbeddedMetadata {
        switch format {
        case .jpeg: try JPEGMetadataReader.read(source)
        case .exv: try JPEGMetadataReader.read(source, from: 7)
        default: EmbeddedMetadata()
        }
    }
}
