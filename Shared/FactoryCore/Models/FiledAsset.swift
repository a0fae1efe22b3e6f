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
    /// The absolute path in the inbox, without its extension, under which it came this time.
    public let stem: String?
    /// Whether it has another date than that of its last change.
    public let isDated: Bool
    /// How far its clock was ahead of UTC, where that is known.
    public let offset: UTCOffset?

    public init(
        fingerprint: Fingerprint, originalPath: String, finalPath: String, capturedAt: CivilTime?,
        ingestedAt: Timestamp, contentIdentifier: String?, stem: String? = nil, isDated: Bool = true,
        offset: UTCOffset? = nil
    ) {
        self.stem = stem
        self.isDated = isDated
        self.offset = offset
        self.fingerprint = fingerprint
        self.originalPath = originalPath
        self.finalPath = finalPath
        self.capturedAt = capturedAt
        self.ingestedAt = ingestedAt
        self.contentIdentifier = contentIdentifier
    }
}
