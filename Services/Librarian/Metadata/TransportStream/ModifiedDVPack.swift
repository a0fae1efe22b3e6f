/// The packs of metadata that AVCHD cameras put into the stream of pictures, in the manner of DV (IEC 61834-4).
enum ModifiedDVPack {
    /// The UUID of the user data, and "MDPM".
    static let id: [UInt8] =
        [0x17, 0xEE, 0x8C, 0x60, 0xF8, 0x4D, 0x11, 0xD9, 0x8C, 0xD6, 0x08, 0x00, 0x20, 0x0C, 0x9A, 0x66]
        + Array("MDPM".utf8)

    /// The date as "YYYY:MM:DD hh:mm:ss+hh:mm", the camera's local time; nil where the pack has none.
    ///
    /// Packs are five bytes each, a tag and four of value. 0x18 has the zone, the century, the year and the month,
    /// 0x19 the day, the hour, the minute and the second, all but the zone in binary coded decimals.
    static func date(in packs: [UInt8]) -> String? {
        var values: [UInt8: ArraySlice<UInt8>] = [:]
        var cursor = ByteCursor(packs)
        for _ in 0..<(cursor.number(1) ?? 0) {
            guard let tag = cursor.number(1), let value = cursor.take(4) else { break }
            values[UInt8(truncatingIfNeeded: tag)] = value
        }
        guard let zone = values[0x18]?.first, let month = values[0x18]?.dropFirst(), let time = values[0x19] else {
            return nil
        }
        let digits = (month + time).map { "\($0 >> 4)\($0 & 15)" }
        guard (month + time).allSatisfy({ $0 >> 4 < 10 && $0 & 15 < 10 }) else { return nil }
        let day = "\(digits[0])\(digits[1]):\(digits[2]):\(digits[3])"
        return "\(day) \(digits[4...].joined(separator: ":"))\(offset(zone))"
    }

    /// 0x40 is summer time, 0x20 the sign, 0x1E the hours and 0x01 half an hour more. Whether the hours count summer
    /// time in is nowhere said, so that its offset is left out rather than guessed.
    private static func offset(_ zone: UInt8) -> String {
        let hours = zone >> 1 & 15
        guard zone & 0xC0 == 0, hours < 15 else { return "" }
        return "\(zone & 0x20 == 0 ? "+" : "-")\(hours < 10 ? "0" : "")\(hours):\(zone & 1 == 0 ? "00" : "30")"
    }
}
