import FactoryCore

/// A file and the place that was chosen for it.
struct Placement: Sendable {
    enum Purpose: Sendable {
        /// The content is new.
        case file
        /// The ledger has a row for the content, but its file was missing or damaged.
        case heal
        /// The content stands at the place already, from a filing that left neither row nor journal.
        case adopt
    }

    let file: PreparedFile
    let to: OriginalPath
    let purpose: Purpose

    /// What the journal says before anything is moved.
    var intent: FilingIntent {
        let text = file.path.text
        let isExact = Array(text.utf8) == file.path.bytes
        return FilingIntent(
            from: file.inboxPath, fromBytes: isExact ? nil : HexText.of(file.path.bytes), to: to.text,
            fingerprint: file.fingerprint, size: file.stamp.size, modified: file.stamp.modified,
            metadata: file.metadata, problem: file.problem)
    }
}
