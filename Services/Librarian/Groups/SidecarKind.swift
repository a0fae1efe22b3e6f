/// What a sidecar is, as its content tells.
enum SidecarKind: String, Sendable, Codable {
    /// Metadata of a photo, written by a program.
    case xmp = "XMP"
    /// Apple's list of the changes that somebody made to a photo.
    case aae = "AAE"
    /// What Google Takeout knows of a photo.
    case takeout = "Takeout"
}
