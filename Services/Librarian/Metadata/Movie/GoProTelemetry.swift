import FactoryCore

/// GoPro's metadata format (gopro/gpmf-parser): items of four bytes of key, one of type, one of size, two of count,
/// then the values, filled up to a multiple of four bytes; type 0 holds further items.
enum GoProTelemetry {
    private static let mostItems = 4096
    private static let mostDepth = 4

    /// The first time of the satellites, which is UTC, in a block; nil without one and before the receiver has found
    /// its place, when its clock may be years off.
    static func satelliteTime(in bytes: [UInt8]) -> Timestamp? {
        var itemsLeft = mostItems
        return satelliteTime(in: bytes[...], depth: 0, &itemsLeft)
    }

    private static func satelliteTime(in bytes: ArraySlice<UInt8>, depth: Int, _ itemsLeft: inout Int) -> Timestamp? {
        var cursor = ByteCursor(bytes)
        var hasFix = true
        while let item = item(readFrom: &cursor) {
            itemsLeft -= 1
            guard itemsLeft > 0 else { return nil }
            switch item.key {
            case _ where item.type == 0 && depth < mostDepth:
                if let time = satelliteTime(in: item.values, depth: depth + 1, &itemsLeft) { return time }
            case "GPSF": hasFix = item.values.integer(UInt32.self, at: 0, .big) != 0
            case "GPSU" where hasFix:
                if let time = dateText(item.values) { return time }
            case "GPS9":
                if let time = counted(item.values) { return time }
            default: break
            }
        }
        return nil
    }

    private struct Item {
        let key: String
        let type: UInt8
        let values: ArraySlice<UInt8>
    }

    private static func item(readFrom cursor: inout ByteCursor) -> Item? {
        guard let key = cursor.fourCharacters(), let type = cursor.number(1), let size = cursor.number(1),
            let count = cursor.number(2), let values = cursor.take(min(size * count, cursor.rest)), !key.hasPrefix("\0")
        else { return nil }
        _ = cursor.take(min((4 - size * count % 4) % 4, cursor.rest))
        return Item(key: key, type: UInt8(truncatingIfNeeded: type), values: values)
    }

    /// GPSU: "yymmddhhmmss.sss".
    private static func dateText(_ values: ArraySlice<UInt8>) -> Timestamp? {
        var cursor = ASCIICursor(String(decoding: values.prefix(16), as: UTF8.self))
        let fields = (0..<6).compactMap { _ in cursor.number(digits: 2...2) }
        guard fields.count == 6, let day = CivilDay(year: 2000 + fields[0], month: fields[1], day: fields[2]) else {
            return nil
        }
        let fraction = cursor.take(anyOf: ".") == nil ? nil : cursor.fractionAsMicroseconds()
        let time = CivilTime(
            day: day, hour: fields[3], minute: fields[4], second: min(fields[5], 59), microsecond: fraction ?? 0)
        return time.map { Timestamp(utc: $0) }
    }

    /// GPS9: the sixth and seventh of nine values are days since 2000 and thousandths of a second since midnight, 32
    /// bits each, the last is the quality of the fix, 16 bits.
    private static func counted(_ values: ArraySlice<UInt8>) -> Timestamp? {
        guard let days = values.integer(UInt32.self, at: 20, .big),
            let ofDay = values.integer(UInt32.self, at: 24, .big),
            let fix = values.integer(UInt16.self, at: 30, .big), fix >= 2, ofDay < 86_400_000
        else { return nil }
        // 2000-01-01.
        let seconds = 946_684_800 + Int(days) * 86_400 + Int(ofDay) / 1000
        return Timestamp(seconds: seconds, nanoseconds: Int(ofDay) % 1000 * 1_000_000)
    }
}
