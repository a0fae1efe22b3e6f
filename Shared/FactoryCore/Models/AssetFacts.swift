/// What a row of `media_assets` says of where a photo came from and what is known of it, for a person to read.
public struct AssetFacts: Sendable, Hashable, Codable {
    /// The row's UUID, as text.
    public let id: String
    public let originalName: String
    /// Absolute.
    public let originalPath: String
    /// Absolute.
    public let finalPath: String
    /// In bytes.
    public let size: Int
    /// The wall clock where the photo was taken, as PostgreSQL writes it.
    public let capturedAt: String?
    /// A JSON object.
    public let location: String?
    /// As PostgreSQL writes it, in UTC.
    public let ingestedAt: String
    /// What is wrong with the file; nil when all is well.
    public let problem: String?
}
