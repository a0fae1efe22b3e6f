import FactoryCore

/// What the members of a group have in common: the folder and the name without its extension.
enum CompanyStem {
    /// - Parameter name: byte by byte: to a `String` two spellings of a letter are equal.
    static func of(name: [UInt8]) -> [UInt8] {
        Array(FileName.stem(of: name))
    }

    /// - Parameter path: absolute, as text.
    static func of(path: String) -> String {
        var path = path
        return path.withUTF8 { bytes in
            let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            let end = FileName.stemEnd(in: UnsafeBufferPointer(rebasing: bytes[name...]))
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<(name + end)]), as: UTF8.self)
        }
    }
}
