/// A copy of an original on a second target that was read back and found to be right.
public struct ProvenCopy: Sendable, Hashable {
    /// The asset's id: a UUID, as PostgreSQL writes it.
    public let asset: String
    /// Below `Originals`, here as there.
    public let path: String
    public let fingerprint: Fingerprint
    /// In bytes.
    public let size: Int
    public let copiedAt: Timestamp
    /// When it was last read back.
    public let verifiedAt: Timestamp

    public init(
        asset: String, path: String, fingerprint: Fingerprint, size: Int, copiedAt: Timestamp, verifiedAt: Timestamp
    ) {
        (self.asset, self.path, self.fingerprint, self.size) = (asset, path, fingerprint, size)
        (self.copiedAt, self.verifiedAt) = (copiedAt, verifiedAt)
    }
}
