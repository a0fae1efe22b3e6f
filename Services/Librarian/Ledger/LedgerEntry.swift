import FactoryCore

/// A file that stands in Originals and needs its row.
struct LedgerEntry: Sendable {
    let asset: MediaAsset
    /// Whether the file's place holds even if the content's row names another: the file there was missing or damaged.
    let relocates: Bool

    /// The row of an intent that was carried out.
    ///
    /// - Parameters:
    ///   - finalPath: the full path of the intent's place.
    ///   - time: when the intent was written.
    init(_ intent: FilingIntent, finalPath: String, time: Timestamp) {
        let name = FileName.parts(ofPath: intent.from).last ?? intent.from
        relocates = intent.purpose != .file
        asset = MediaAsset(
            fingerprint: intent.fingerprint, originalName: name, originalPath: intent.from, finalPath: finalPath,
            size: intent.size, capturedAt: intent.metadata.capture.local, location: intent.metadata.place,
            ingestedAt: time, problem: intent.problem)
    }
}
