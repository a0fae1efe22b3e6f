/// What a row of `media_assets` says of its file, for whoever compares the two.
public struct RecordedOriginal: Sendable, Hashable {
    /// The row's UUID, as text.
    public let id: String
    /// The SHA-256 of the content; nil when the row, which is older than the rule, has something else there.
    public let fingerprint: Fingerprint?
    /// Absolute, as it was when the row was written; the storage may be mounted elsewhere now.
    public let finalPath: String
    /// In bytes.
    public let size: Int

    public init(id: String, fingerprint: Fingerprint?, finalPath: String, size: Int) {
        self.id = id
        self.fingerprint = fingerprint
        self.finalPath = finalPath
        self.size = size
    }
}
