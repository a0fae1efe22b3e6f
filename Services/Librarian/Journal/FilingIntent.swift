import FactoryCore

/// What the librarian is about to do with one file: everything that is needed to finish it, to explain it, and to
/// write its row, without the file in the inbox.
struct FilingIntent: Sendable, Codable, Equatable {
    let purpose: FilingPurpose
    /// The full path in the inbox, as text.
    let from: String
    /// The same path below the inbox as it is on disk, in hexadecimal digits; only where the text had to be escaped.
    let fromBytes: String?
    /// Below `Originals`.
    let to: String
    let fingerprint: Fingerprint
    /// In bytes.
    let size: Int
    /// The file's modification time, which stays with it.
    let modified: Timestamp
    let metadata: MediaMetadata
    /// What a person should know about the file.
    let problem: String?

    /// That the content stands at this place, and its row has to name it.
    var relocated: FilingIntent {
        FilingIntent(
            purpose: .relocate, from: from, fromBytes: fromBytes, to: to, fingerprint: fingerprint, size: size,
            modified: modified, metadata: metadata, problem: problem)
    }
}
