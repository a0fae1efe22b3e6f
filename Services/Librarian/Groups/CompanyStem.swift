/// What the members of a group have in common: the folder and the name without its extension.
enum CompanyStem {
    /// - Parameter path: absolute, as text.
    static func of(path: String) -> String {
        let name = FileName.last(ofPath: path)
        let stem = FileName.split(name).stem
        return String(decoding: path.utf8.dropLast(name.utf8.count - stem.utf8.count), as: UTF8.self)
    }
}
