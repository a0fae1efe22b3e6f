import FactoryCore

/// Decides which of the places that a file offers is that of its capture.
enum PlaceRules {
    /// That of an XMP file beside it, which its owner made, else its own. Google's comes last: it may be a guess.
    static func place(of embedded: EmbeddedMetadata, sidecars: SidecarFacts) -> GeoPoint? {
        sidecars.xmp?.place ?? embedded.exif.place ?? embedded.xmp.place ?? embedded.movie.place
            ?? sidecars.takeout?.place
    }
}
