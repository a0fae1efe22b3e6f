/// Reads an `iref` box as far as it tells from which items the bytes of another are taken (ISO/IEC 14496-12, 8.11.12).
enum ISOItemReferences {
    /// - Returns: for each item with references of the type "iloc", the items they lead to, in their order.
    static func sources(in contents: [UInt8]) -> [UInt32: [UInt32]] {
        guard let version = contents.first, contents.count > 4 else { return [:] }
        let source = ByteArraySource(contents)
        let width = version == 0 ? 2 : 4
        var found: [UInt32: [UInt32]] = [:]
        // Bytes in memory can always be read.
        let boxes = (try? source.boxes(in: 4..<contents.count)) ?? []
        for box in boxes where box.type == "iloc" {
            var cursor = ByteCursor(contents[box.contents])
            guard let from = cursor.unsigned(width), let count = cursor.number(2) else { continue }
            let targets = (0..<count).compactMap { _ in cursor.unsigned(width) }
            found[UInt32(truncatingIfNeeded: from)] = targets.map { UInt32(truncatingIfNeeded: $0) }
        }
        return found
    }
}
