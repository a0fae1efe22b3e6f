/// What a file beside a photo is.
enum SidecarKind: Sendable, Hashable, CaseIterable {
    /// XMP of the camera's owner: `a.jpg.xmp`, `a.xmp`.
    case xmp
    /// Apple's edits: `a.AAE`.
    case aae
    /// Google Takeout's JSON: `a.jpg.json`, `a.jpg.supplemental-metadata.json`.
    case takeout
}
