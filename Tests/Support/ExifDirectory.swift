/// One EXIF directory (IFD): a count, twelve bytes for each entry, the offset of the next directory, then the values
/// that do not fit into the four bytes which an entry has for them.
struct ExifDirectory {
    var entries: [ExifEntry]

    /// How many bytes it takes with its values.
    var size: Int {
        2 + 12 * entries.count + 4 + entries.reduce(0) { $0 + Self.room(outside: $1) }
    }

    /// The directory as it stands at `start`, counted from the first byte of the block's TIFF header.
    func bytes(at start: Int, _ order: ExifByteOrder) -> [UInt8] {
        var table = order.bytes(of: UInt16(entries.count))
        var values: [UInt8] = []
        let valuesStart = start + 2 + 12 * entries.count + 4
        for entry in entries {
            table += order.bytes(of: entry.tag) + order.bytes(of: entry.type)
            table += order.bytes(of: UInt32(entry.count))
            if Self.room(outside: entry) == 0 {
                table += Self.padded(entry.value, to: 4)
            } else {
                table += order.bytes(of: UInt32(valuesStart + values.count))
                values += Self.padded(entry.value, to: Self.room(outside: entry))
            }
        }
        return table + order.bytes(of: UInt32(0)) + values
    }

    /// Values of up to four bytes stand in the entry; others outside, at even offsets.
    private static func room(outside entry: ExifEntry) -> Int {
        entry.value.count <= 4 ? 0 : (entry.value.count + 1) / 2 * 2
    }

    private static func padded(_ value: [UInt8], to count: Int) -> [UInt8] {
        value + [UInt8](repeating: 0, count: count - value.count)
    }
}
