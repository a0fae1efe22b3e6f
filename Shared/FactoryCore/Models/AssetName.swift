/// Under which name, and with which identifier, a content came.
public struct AssetName: Sendable, Hashable {
    /// The SHA-256 of the content.
    public let fingerprint: Fingerprint
    /// The absolute path in the inbox without the name's extension.
    public let stem: String
    /// Apple's identifier, which the still and the video of a Live Photo share.
    public let contentIdentifier: String?

    public init(fingerprint: Fingerprint, stem: String, contentIdentifier: String?) {
        self.fingerprint = fingerprint
        self.stem = stem
        self.contentIdentifier = contentIdentifier
    }
}
