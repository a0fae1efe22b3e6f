/// A small QuickTime video made for a test: the boxes that tell of it, and no pictures.
public struct SampleMovie: Sendable {
    /// In Apple's list of keys, for example `com.apple.quicktime.creationdate`.
    public var keys: [(key: String, value: String)]
    /// Seconds since 1904, UTC, in the header; 0 for none.
    public var created: UInt32
    /// Makes the content unlike that of other videos.
    public var comment: String

    public init(keys: [(String, String)] = [], created: UInt32 = 0, comment: String = "") {
        self.keys = keys.map { (key: $0.0, value: $0.1) }
        self.created = created
        self.comment = comment
    }

    /// The whole file.
    public func bytes() -> [UInt8] {
        let fileType = Self.box("ftyp", Array("qt  ".utf8) + [0, 0, 0, 0] + Array("qt  ".utf8))
        let header = Self.box(
            "mvhd",
            [0, 0, 0, 0] + Self.number(created) + Self.number(created)
                + Self.number(1000) + Self.number(3000) + [UInt8](repeating: 0, count: 80))
        return fileType + Self.box("moov", header + list()) + Self.box("mdat", Array(comment.utf8))
    }

    private func list() -> [UInt8] {
        guard !keys.isEmpty else { return [] }
        let handler = Self.box("hdlr", [0, 0, 0, 0] + Array("\0\0\0\0mdta".utf8) + [UInt8](repeating: 0, count: 13))
        let names = keys.flatMap { Self.box("mdta", Array($0.key.utf8)) }
        let items = keys.enumerated().flatMap { index, entry in
            let data = Self.box("data", [0, 0, 0, 1, 0, 0, 0, 0] + Array(entry.value.utf8))
            return Self.number(UInt32(8 + data.count)) + Self.number(UInt32(index + 1)) + data
        }
        let table = Self.box("keys", [0, 0, 0, 0] + Self.number(UInt32(keys.count)) + names)
        return Self.box("meta", handler + table + Self.box("ilst", items))
    }

    private static func box(_ type: String, _ contents: [UInt8]) -> [UInt8] {
        number(UInt32(8 + contents.count)) + Array(type.utf8) + contents
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
