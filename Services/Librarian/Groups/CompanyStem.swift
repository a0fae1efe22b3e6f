import FactoryCore

/// What the members of a group have in common: the folder and the name without its extension.
enum CompanyStem {
    /// - Parameter name: byte by byte: to a `String` two spellings of a letter are equal.
    static func of(name: [UInt8]) -> [UInt8] {
        Array(FileName.split(FileName.text(name)).stem.utf8)
    }

    /// - Parameter path: absolute, as text.
    static func of(path: String) -> String {
        let name = FileName.last(ofPath: path)
        let stem = FileName.split(name).stem
        return String(decoding: path.utf8.dropLast(name.utf8.count - stem.utf8.count), as: UTF8.self)
    }
}
