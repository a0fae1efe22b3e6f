import FactoryCore

/// Turns XMP's coordinates into a place.
enum XMPPosition {
    /// Nil unless both axes are there.
    ///
    /// - Parameters:
    ///   - latitudeReference: "N" or "S", which XMP's own form has in the value itself. iPhones export it beside a
    ///     number without a sign.
    ///   - longitudeReference: "E" or "W" likewise.
    static func place(
        latitude: String?, latitudeReference: String?, longitude: String?, longitudeReference: String?
    ) -> GeoPoint? {
        guard let latitude, let longitude, let north = degrees(latitude, latitudeReference),
            let east = degrees(longitude, longitudeReference)
        else { return nil }
        return GeoPoint(latitude: north, longitude: east)
    }

    /// Degrees, then perhaps minutes and seconds, each perhaps with decimals: "35,39.5N" and "35,39,30N" as the
    /// standard has it, and "-35.6583" as many writers do.
    private static func degrees(_ text: String, _ reference: String?) -> Double? {
        let digits = text.prefix(128).split(whereSeparator: { !($0.isASCII && ($0.isNumber || $0 == ".")) })
        let parts = digits.prefix(3).compactMap { Double(String($0)) }
        guard !parts.isEmpty, parts.count == min(digits.count, 3) else { return nil }
        let size = parts.reversed().reduce(0) { $0 / 60 + $1 }
        if text.first == "-" { return -size }
        let direction = (text.last { $0.isLetter } ?? reference?.first)?.uppercased()
        return direction == "S" || direction == "W" ? -size : size
    }
}
