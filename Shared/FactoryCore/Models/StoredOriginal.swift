/// What the ledger knows of content that it has.
public struct StoredOriginal: Sendable, Hashable {
    /// The SHA-256 of the content.
    public let fingerprint: Fingerprint
    /// Absolute, as it was when the row was written; the storage may be mounted elsewhere now.
    public let finalPath: String

    public init(fingerprint: Fingerprint, finalPath: String) {
        self.fingerprint = fingerprint
        self.finalPath = finalPath
    }
}
