/// An asset that was filed earlier and may belong together with a file that came later.
public struct FiledAsset: Sendable, Hashable {
    /// The SHA-256 of the content.
    public let fingerprint: Fingerprint
    /// Absolute, in the inbox.
    public let originalPath: String
    /// Absolute, as it was when the row was written; the storage may be mounted elsewhere now.
    public let finalPath: String
    /// The wall clock where it was taken.
    public let capturedAt: CivilTime?
    public let ingestedAt: Timestamp
    /// Apple's identifier, which the still and the video of a Live Photo share.
    public let contentIdentifier: String?

    public init(
        fingerprint: Fingerprint, originalPath: String, finalPath: String, capturedAt: CivilTime?,
        ingestedAt: Timestamp, contentIdentifier: String?
    ) {
        self.fingerprint = fingerprint
        self.originalPath = originalPath
        self.finalPath = finalPath
        self.capturedAt = capturedAt
        self.ingestedAt = ingestedAt
        self.contentIdentifier = contentIdentifier
    }
}
