import FactoryCore

/// A file and the place that was chosen for it.
struct Placement: Sendable {
    let file: PreparedFile
    let to: OriginalPath
    let purpose: FilingPurpose
    /// The descriptor of the file without which this one is not moved either; nil for none.
    var leader: ObjectIdentifier?

    /// What the journal says before anything is moved.
    var intent: FilingIntent {
        FilingIntent(
            purpose: purpose, from: file.inboxPath, fromBytes: file.exactPath, to: to.text,
            fingerprint: file.fingerprint, size: file.stamp.size, modified: file.stamp.modified,
            metadata: file.metadata, problem: file.problem)
    }
}
