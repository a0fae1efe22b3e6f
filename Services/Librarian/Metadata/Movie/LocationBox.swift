import FactoryCore

/// 3GPP's `loci` (3GPP TS 26.244, 8.13): a place and its name.
enum LocationBox {
    /// Nil when it ends too early.
    static func place(_ contents: [UInt8]) -> GeoPoint? {
        // Version, flags and language.
        guard contents.count > 6 else { return nil }
        let rest = contents[6...]
        guard let end = nameLength(rest) else { return nil }
        var cursor = ByteCursor(rest.dropFirst(end))
        guard cursor.take(1) != nil, let longitude = degrees(&cursor), let latitude = degrees(&cursor) else {
            return nil
        }
        return GeoPoint(latitude: latitude, longitude: longitude)
    }

    /// Of the name with the zeros that end it: UTF-16 behind a byte order mark, else UTF-8.
    private static func nameLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.holds([0xFE, 0xFF]) else {
            return bytes.firstIndex(of: 0).map { $0 - bytes.startIndex + 1 }
        }
        let unit = stride(from: 2, to: bytes.count - 1, by: 2).first { bytes.holds([0, 0], at: $0) }
        return unit.map { $0 + 2 }
    }

    /// Signed, 16 bits before the point and 16 behind it.
    private static func degrees(_ cursor: inout ByteCursor) -> Double? {
        cursor.unsigned(4).map { Double(Int32(truncatingIfNeeded: $0)) / 65_536 }
    }
}
