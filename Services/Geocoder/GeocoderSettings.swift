import FactoryCore

/// What the geocoder is told beyond what every worker is.
struct GeocoderSettings: Sendable {
    /// Where an image of the factory has it.
    private static let usualPlaces = "/usr/local/share/photo-factory/places.bin"

    /// `GEOCODER_PLACES`: the file of places. Absolute.
    let places: String

    init(_ settings: Settings) {
        places = AbsolutePath.make(
            settings.string("GEOCODER_PLACES") ?? Self.usualPlaces, in: AbsolutePath.workingDirectory)
    }

    /// Reads the file.
    ///
    /// - Throws: `StartupError` when it is missing or damaged.
    func gazetteer() throws(StartupError) -> Gazetteer {
        do {
            return try Gazetteer(file: places)
        } catch {
            throw StartupError(
                "the file of places cannot be used: \(error); Stack/places/build-places.sh makes it, and GEOCODER_PLACES "
                    + "says where it is")
        }
    }
}
