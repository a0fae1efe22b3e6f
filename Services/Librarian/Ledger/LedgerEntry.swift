import FactoryCore

/// A file that stands in Originals and needs its row.
final class LedgerEntry: Sendable {
    let intent: FilingIntent
    /// Of the intent.
    let position: JournalPosition
    let asset: MediaAsset
    /// Under which name the content came.
    let name: AssetName

    /// The row of an intent that was carried out.
    ///
    /// - Parameters:
    ///   - position: the intent's in the journal.
    ///   - finalPath: the full path of the intent's place.
    ///   - time: when the intent was written.
    init(_ intent: FilingIntent, at position: JournalPosition, finalPath: String, time: Timestamp) {
        self.intent = intent
        self.position = position
        asset = MediaAsset(
            fingerprint: intent.fingerprint, originalName: FileName.last(ofPath: intent.from),
            originalPath: intent.from, finalPath: finalPath, size: intent.size,
            capturedAt: intent.metadata.capture.local, location: intent.metadata.place, ingestedAt: time,
            problem: intent.problem)
        name = AssetName(
            fingerprint: intent.fingerprint, stem: CompanyStem.of(path: intent.from),
            contentIdentifier: intent.metadata.contentIdentifier,
            isDated: intent.metadata.capture.source != .fileModified, offset: intent.metadata.capture.offset)
    }
}
