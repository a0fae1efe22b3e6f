/// An asset that waits for a worker, as the worker needs to know it.
public struct ClaimedAsset: Sendable, Hashable {
    /// A UUID, as PostgreSQL writes it.
    public let id: String
    public let fingerprint: Fingerprint
    /// Absolute, as it was when the row was written.
    public let finalPath: String
    /// In bytes.
    public let size: Int
    public let location: GeoPoint?
    public let ingestedAt: Timestamp
    /// How often this stage has failed with it since it last succeeded.
    public let failures: Int
}
