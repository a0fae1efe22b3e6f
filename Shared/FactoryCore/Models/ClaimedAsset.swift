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
    /// How often it failed since it last succeeded, or since somebody asked for another try.
    public let failures: Int

    public init(
        id: String, fingerprint: Fingerprint, finalPath: String, size: Int, location: GeoPoint?, ingestedAt: Timestamp,
        failures: Int
    ) {
        self.id = id
        self.fingerprint = fingerprint
        self.finalPath = finalPath
        self.size = size
        self.location = location
        self.ingestedAt = ingestedAt
        self.failures = failures
    }
}
