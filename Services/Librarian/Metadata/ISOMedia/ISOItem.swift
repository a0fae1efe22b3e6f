/// An item of a `meta` box as its `iinf` announces it (ISO/IEC 14496-12, 8.11.6).
struct ISOItem: Hashable {
    let id: UInt32
    /// "Exif", "mime", "hvc1", …; empty in versions 0 and 1, where only the content type tells.
    let type: String
    /// "application/rdf+xml" for XMP; empty for what is no MIME item.
    let contentType: String

    /// Reads the contents of an `infe` box; nil when they end too early.
    init?(infe contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        guard let version = cursor.number(1), cursor.take(3) != nil, let id = cursor.unsigned(version == 3 ? 4 : 2),
            cursor.take(2) != nil
        else { return nil }
        self.id = UInt32(truncatingIfNeeded: id)
        if version >= 2 {
            guard let type = cursor.fourCharacters() else { return nil }
            self.type = type
            _ = cursor.text()
            contentType = type == "mime" ? cursor.text() : ""
        } else {
            type = ""
            _ = cursor.text()
            contentType = cursor.text()
        }
    }

    var isExif: Bool { type == "Exif" }

    var isXMP: Bool { contentType == "application/rdf+xml" }
}
