/// One filed sidecar: a file that stands beside an original and says something about it.
public struct RecordedSidecar: Sendable, Hashable {
    /// Below `Originals`.
    public let place: String
    /// The SHA-256 of its own content.
    public let fingerprint: Fingerprint
    /// In bytes.
    public let size: Int
    /// Absolute, in the inbox.
    public let originalPath: String
    /// The content that it belongs to; nil for one that came without its photo.
    public let asset: Fingerprint?
    public let filedAt: Timestamp

    public init(
        place: String, fingerprint: Fingerprint, size: Int, originalPath: String, asset: Fingerprint?,
        filedAt: Timestamp
    ) {
        self.place = place
        self.fingerprint = fingerprint
        self.size = size
        self.originalPath = originalPath
        self.asset = asset
        self.filedAt = filedAt
    }
}
