import FactoryCore

/// What the members of a group have in common: the folder and the name without its extension.
enum CompanyStem {
    /// - Parameter name: byte by byte: to a `String` two spellings of a letter are equal.
    static func of(name: [UInt8]) -> [UInt8] {
        Array(FileName.stem(of: name))
    }

    /// - Parameter path: absolute, as text.
    static func of(path: String) -> String {
        let name = FileName.last(ofPath: path)
        let length = path.utf8.count - FileName.split(name).fileExtension.utf8.count
        var path = path
        return path.withUTF8 { String(decoding: UnsafeBufferPointer(rebasing: $0[..<length]), as: UTF8.self) }
    }
}
