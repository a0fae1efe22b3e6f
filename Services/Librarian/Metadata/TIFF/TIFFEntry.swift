/// One entry of a TIFF directory: a tag, and where its value lies.
struct TIFFEntry: Sendable, Hashable {
    let tag: UInt16
    /// What each of the values is: 2 for text, 5 for fractions, …
    let type: UInt16
    /// How many values there are.
    let count: Int
    /// Where the first one lies, from the start of the structure; not yet known to lie inside of it.
    let position: Int

    /// Of all values, in bytes; 0 when the type is unknown.
    var size: Int {
        let (size, overflow) = count.multipliedReportingOverflow(by: Self.width(of: type))
        return overflow ? .max : size
    }

    /// - Parameters:
    ///   - bytes: those of the directory.
    ///   - offset: where in them the entry begins.
    ///   - directory: where the directory begins.
    init?(_ bytes: [UInt8], at offset: Int, directory: Int, header: TIFFHeader) {
        let order = header.order
        guard let tag = bytes.integer(UInt16.self, at: offset, order),
            let type = bytes.integer(UInt16.self, at: offset + 2, order),
            let count = Self.pointer(bytes, at: offset + 4, header)
        else { return nil }
        self.tag = tag
        self.type = type
        self.count = count
        let room = header.isBigTIFF ? 8 : 4
        let (size, overflow) = count.multipliedReportingOverflow(by: Self.width(of: type))
        // What fits takes the place of its own offset.
        if !overflow, size <= room {
            position = directory + offset + 4 + room
        } else {
            guard let far = Self.pointer(bytes, at: offset + 4 + room, header) else { return nil }
            position = far
        }
    }

    /// A count or an offset: 32 bits, in BigTIFF 64.
    static func pointer(_ bytes: [UInt8], at offset: Int, _ header: TIFFHeader) -> Int? {
        header.isBigTIFF
            ? bytes.integer(UInt64.self, at: offset, header.order).map { Int(clamping: $0) }
            : bytes.integer(UInt32.self, at: offset, header.order).map { Int($0) }
    }

    /// In bytes, of one value; 129 is the text of EXIF 3.0.
    private static func width(of type: UInt16) -> Int {
        switch type {
        case 1, 2, 6, 7, 129: 1
        case 3, 8: 2
        case 4, 9, 11, 13: 4
        case 5, 10, 12, 16, 17, 18: 8
        default: 0
        }
    }
}
