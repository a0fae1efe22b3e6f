/// Under which name, and with which identifier, a content came.
public struct AssetName: Sendable, Hashable {
    /// The SHA-256 of the content.
    public let fingerprint: Fingerprint
    /// The absolute path in the inbox without the name's extension.
    public let stem: String
    /// Apple's identifier, which the still and the video of a Live Photo share.
    public let contentIdentifier: String?
    /// Whether the asset has another date than that of its last change.
    public let isDated: Bool
    /// How far its clock was ahead of UTC, where that is known.
    public let offset: UTCOffset?

    public init(
        fingerprint: Fingerprint, stem: String, contentIdentifier: String?, isDated: Bool = true,
        offset: UTCOffset? = nil
    ) {
        self.isDated = isDated
        self.offset = offset

        self.fingerprint = fingerprint
        self.stem = stem
        self.contentIdentifier = contentIdentifier
    }
}
