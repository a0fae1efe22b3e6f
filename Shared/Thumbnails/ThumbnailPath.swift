/// Where a thumbnail lies below the storage folder: `Thumbnails/{first 2 of hash}/{hash}-{size}.webp`.
public struct ThumbnailPath: Sendable, Equatable {
    /// Relative to the storage folder.
    public let folder: String
    public let name: String

    /// `hash` is the original's SHA-256 in 64 lower-case hexadecimal digits. Nil for anything else, so that no path can lead
    /// out of the folder.
    public init?(hash: String, size: ThumbnailSize) {
        let digits = hash.utf8
        guard digits.count == 64, digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        folder = "Thumbnails/\(hash.prefix(2))"
        name = "\(hash)-\(size.rawValue).webp"
    }

    public var relative: String { "\(folder)/\(name)" }
}
