/// What a file beside a photo is. The raw value is the name that people know it by.
enum SidecarKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// XMP of the camera's owner: `a.jpg.xmp`, `a.xmp`.
    case xmp = "XMP"
    /// Apple's edits: `a.AAE`.
    case aae = "AAE"
    /// Google Takeout's JSON: `a.jpg.json`, `a.jpg.supplemental-metadata.json`.
    case takeout = "Takeout"
}
