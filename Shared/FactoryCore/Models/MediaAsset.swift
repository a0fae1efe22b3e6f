/// One filed photo or video, as its row in `media_assets` begins.
public struct MediaAsset: Sendable, Hashable {
    /// The SHA-256 of the content, by which the ledger knows it.
    public let fingerprint: Fingerprint
    /// As it was in the inbox; bytes that are no UTF-8 are percent-escaped.
    public let originalName: String
    /// Absolute.
    public let originalPath: String
    /// Absolute.
    public let finalPath: String
    /// In bytes.
    public let size: Int
    /// The wall clock where the photo was taken.
    public let capturedAt: CivilTime
    /// Where it was taken; nil when the file does not say.
    public let location: GeoPoint?
    /// When the file was filed.
    public let ingestedAt: Timestamp
    /// What is wrong with the file, in one or more sentences; nil when all is well.
    public let problem: String?

    public init(
        fingerprint: Fingerprint, originalName: String, originalPath: String, finalPath: String, size: Int,
        capturedAt: CivilTime, location: GeoPoint?, ingestedAt: Timestamp, problem: String?
    ) {
        self.fingerprint = fingerprint
        self.originalName = originalName
        self.originalPath = originalPath
        self.finalPath = finalPath
        self.size = size
        self.capturedAt = capturedAt
        self.location = location
        self.ingestedAt = ingestedAt
        self.problem = problem
    }
}
