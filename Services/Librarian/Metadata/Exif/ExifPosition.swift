import FactoryCore

/// Turns the values of the GPS directory into a place and a time.
enum ExifPosition {
    /// Nil unless both axes have a value and a direction.
    static func place(
        latitude: [ExifRational], latitudeReference: String?, longitude: [ExifRational], longitudeReference: String?
    ) -> GeoPoint? {
        guard let north = degrees(latitude, reference: latitudeReference, positive: "N", negative: "S"),
            let east = degrees(longitude, reference: longitudeReference, positive: "E", negative: "W")
        else { return nil }
        return GeoPoint(latitude: north, longitude: east)
    }

    /// Degrees, minutes and seconds, of which the latter two may be missing.
    private static func degrees(
        _ parts: [ExifRational], reference: String?, positive: Character, negative: Character
    ) -> Double? {
        guard let direction = reference?.uppercased().first, direction == positive || direction == negative,
            let size = sexagesimal(parts)
        else { return nil }
        return direction == negative ? -size : size
    }

    /// Date and time of day as one text in the form of EXIF's other dates; nil unless both are there.
    static func time(date: String?, clock: [ExifRational]) -> String? {
        guard let date, !date.isEmpty, clock.count == 3, let hours = sexagesimal(clock), hours < 24 else { return nil }
        let microseconds = Int((hours * 3_600_000_000).rounded())
        let seconds = microseconds / 1_000_000
        let fields = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let fraction = String(1_000_000 + microseconds % 1_000_000).dropFirst()
        return "\(date) \(fields.joined(separator: ":")).\(fraction)"
    }

    /// Units, sixtieths and sixtieths of these, as one number of units.
    private static func sexagesimal(_ parts: [ExifRational]) -> Double? {
        let values = parts.prefix(3).compactMap(\.value)
        guard !parts.isEmpty, values.count == min(parts.count, 3) else { return nil }
        return values.reversed().reduce(0) { $0 / 60 + $1 }
    }
}
