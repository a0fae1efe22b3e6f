import FactoryCore

/// A sidecar that is about to be filed.
struct SidecarIntent: Sendable, Codable, Equatable {
    /// The full path in the inbox, as text.
    let from: String
    /// The same path below the inbox as it is on disk, in hexadecimal digits; only where the text had to be escaped.
    let fromBytes: String?
    /// Below `Originals`.
    let to: String
    /// Of its own content.
    let fingerprint: Fingerprint
    /// In bytes.
    let size: Int
    /// The file's modification time, which stays with it.
    let modified: Timestamp
    let kind: SidecarKind
    /// The content that it belongs to; nil for one that came without its photo.
    let asset: Fingerprint?
}
