/// What a media file shows; the values are those of the ledger.
public enum MediaKind: String, Sendable, Hashable, Codable {
    case photo
    case video
}
