@testable import librarian

/// Builds pictures of HEIF with items of metadata.
struct HEIFBytes {
    struct Item {
        var id: UInt16
        var type: String
        var contentType = ""
        var construction: UInt16 = 0
        /// Offset and length of each piece, in the file, the data box or the other item.
        var extents: [(Int, Int)]
    }

    var items: [Item]
    /// Of `iloc`.
    var version: UInt8 = 1
    var baseOffset = 0
    var dataBox: [UInt8] = []
    /// Contents of `iref`.
    var references: [UInt8]?

    var meta: [UInt8] {
        var boxes = ISOBytes.full("hdlr", Array("\0\0\0\0pict".utf8) + Array(repeating: 0, count: 13))
        let entries = items.map { item in
            let content = item.type == "mime" ? Array(item.contentType.utf8) + [0] : []
            return ISOBytes.full(
                "infe", version: 2, ISOBytes.number(item.id) + [0, 0] + Array(item.type.utf8) + [0] + content)
        }
        boxes += ISOBytes.full("iinf", ISOBytes.number(UInt16(items.count)) + entries.joined())
        boxes += location
        if !dataBox.isEmpty { boxes += ISOBytes.box("idat", dataBox) }
        if let references { boxes += ISOBytes.full("iref", references) }
        return ISOBytes.full("meta", boxes)
    }

    /// Offsets, lengths and bases of 4 bytes; from version 1 on, indices of 4 bytes, each 1.
    private var location: [UInt8] {
        let count = version < 2 ? ISOBytes.number(UInt16(items.count)) : ISOBytes.number(UInt32(items.count))
        var contents: [UInt8] = [0x44, version == 0 ? 0x40 : 0x44] + count
        for item in items {
            contents += version < 2 ? ISOBytes.number(item.id) : ISOBytes.number(UInt32(item.id))
            if version > 0 { contents += ISOBytes.number(item.construction) }
            contents += [0, 0] + ISOBytes.number(UInt32(baseOffset)) + ISOBytes.number(UInt16(item.extents.count))
            for (offset, length) in item.extents {
                if version > 0 { contents += ISOBytes.number(UInt32(1)) }
                contents += ISOBytes.number(UInt32(offset)) + ISOBytes.number(UInt32(length))
            }
        }
        return ISOBytes.full("iloc", version: version, contents)
    }
}
