/// The `keys` box: the names of what an item list holds (QuickTime File Format, metadata item keys).
enum MovieKeys {
    static let creationDate = "com.apple.quicktime.creationdate"
    static let location = "com.apple.quicktime.location.ISO6709"
    static let contentIdentifier = "com.apple.quicktime.content.identifier"
    static let make = "com.apple.quicktime.make"
    /// "+0900".
    static let samsungOffset = "com.samsung.android.utc_offset"
    /// Written by some programs with its bytes turned round.
    static let contentCreateDate: Set<String> = ["©day", "yad©"]

    /// In the order of their numbers, the first of which is 1; up to the damage, where the box is damaged.
    static func names(in contents: [UInt8]) -> [String] {
        var cursor = ByteCursor(contents)
        guard cursor.take(4) != nil, let count = cursor.number(4) else { return [] }
        var names: [String] = []
        while names.count < min(count, 1024), let size = cursor.number(4), cursor.take(4) != nil,
            let name = cursor.take(size - 8)
        {
            names.append(self.name(name))
        }
        return names
    }

    /// UTF-8, but for the names that were types of boxes.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        let bytes = bytes.prefix { $0 != 0 }
        return bytes.count == 4 ? String(latin1: bytes) : String(decoding: bytes, as: UTF8.self)
    }
}
