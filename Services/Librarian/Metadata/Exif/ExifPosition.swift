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
        var text = Array(date.utf8)
        text.reserveCapacity(text.count + 16)
        func add(_ value: Int, below limit: Int, behind separator: Unicode.Scalar) {
            text.append(UInt8(ascii: separator))
            var unit = limit / 10
            while unit > 0 {
                text.append(UInt8(ascii: "0") + UInt8(value / unit % 10))
                unit /= 10
            }
        }
        add(seconds / 3600, below: 100, behind: " ")
        add(seconds / 60 % 60, below: 100, behind: ":")
        add(seconds % 60, below: 100, behind: ":")
        add(microseconds % 1_000_000, below: 1_000_000, behind: ".")
        return String(decoding: text, as: UTF8.self)
    }

    /// Units, sixtieths and sixtieths of these, as one number of units.
    private static func sexagesimal(_ parts: [ExifRational]) -> Double? {
        guard !parts.isEmpty else { return nil }
        var units = 0.0
        for part in parts.prefix(3).reversed() {
            guard let value = part.value else { return nil }
            units = units / 60 + value
        }
        return units
    }
}
