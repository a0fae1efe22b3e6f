/// Reads an `iloc` box: where the bytes of which item lie (ISO/IEC 14496-12, 8.11.3, versions 0 to 2).
enum ISOItemLocations {
    /// Fields of width zero take no space, so that the box's size alone bounds nothing.
    private static let mostExtents = 32_768
    /// Thousands of tiles have as many items; metadata has a handful.
    private static let mostItems = 65_536

    /// - Returns: the locations of those of the items `wanted` which lie in the file itself; up to the damage, where the
    ///   box is damaged.
    static func locations(in contents: [UInt8], of wanted: Set<UInt32>) -> [UInt32: ISOItemLocation] {
        var cursor = ByteCursor(contents)
        guard let layout = Layout(readingFrom: &cursor), let count = cursor.number(layout.version < 2 ? 2 : 4) else {
            return [:]
        }
        var found: [UInt32: ISOItemLocation] = [:]
        var extentsLeft = mostExtents
        for _ in 0..<min(count, mostItems) {
            guard let entry = entry(readFrom: &cursor, layout, &extentsLeft) else { break }
            guard let id = UInt32(exactly: entry.id), wanted.contains(id), found[id] == nil else { continue }
            found[id] = entry.location
        }
        return found
    }

    /// How wide the fields are, in bytes.
    private struct Layout {
        let version: Int
        let offset: Int
        let length: Int
        let base: Int
        let index: Int

        init?(readingFrom cursor: inout ByteCursor) {
            guard let version = cursor.number(1), version <= 2, cursor.take(3) != nil, let widths = cursor.number(2)
            else { return nil }
            self.version = version
            offset = widths >> 12 & 15
            length = widths >> 8 & 15
            base = widths >> 4 & 15
            index = version == 0 ? 0 : widths & 15
        }
    }

    /// Nil at the end of what can be read; an entry without a location for data in other files.
    private static func entry(
        readFrom cursor: inout ByteCursor, _ layout: Layout, _ extentsLeft: inout Int
    ) -> (id: UInt64, location: ISOItemLocation?)? {
        guard let id = cursor.unsigned(layout.version < 2 ? 2 : 4),
            let method = layout.version == 0 ? 0 : cursor.unsigned(2), let reference = cursor.number(2),
            let base = cursor.number(layout.base), let count = cursor.number(2)
        else { return nil }
        var extents: [ISOItemLocation.Extent] = []
        for _ in 0..<count {
            extentsLeft -= 1
            guard extentsLeft >= 0, let index = cursor.number(layout.index), let offset = cursor.number(layout.offset),
                let length = cursor.number(layout.length)
            else { return nil }
            let (place, tooFar) = base.addingReportingOverflow(offset)
            guard !tooFar else { continue }
            extents.append(ISOItemLocation.Extent(index: max(index, 1), offset: place, length: length))
        }
        guard reference == 0, let construction = ISOItemLocation.Construction(rawValue: method & 15) else {
            return (id, nil)
        }
        return (id, ISOItemLocation(construction: construction, extents: extents))
    }
}
