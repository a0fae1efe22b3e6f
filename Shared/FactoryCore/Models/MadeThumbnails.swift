/// What is known of the small pictures of an asset.
public struct MadeThumbnails: Sendable, Hashable {
    /// Of the picture itself, as displayed, in pixels; at least 1.
    public let width, height: Int
    /// Its ThumbHash in hexadecimal digits.
    public let thumbHash: String

    public init(width: Int, height: Int, thumbHash: String) {
        (self.width, self.height, self.thumbHash) = (width, height, thumbHash)
    }
}
