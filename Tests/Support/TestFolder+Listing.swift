internal import Glibc

extension TestFolder {
    /// The names of all regular files below this folder, relative to it and sorted; empty when the folder is missing.
    ///
    /// Bytes that are no UTF-8 show as replacement characters.
    public func files() throws -> [String] {
        var found: [String] = []
        try collect(prefix: "", into: &found)
        return found.sorted()
    }

    private func collect(prefix: String, into found: inout [String]) throws {
        for name in entries() {
            switch facts(name)?.kind {
            case .folder: try TestFolder(path(of: name)).collect(prefix: prefix + name + "/", into: &found)
            case .file, nil: found.append(prefix + name)
            default: break
            }
        }
    }

    /// The names directly in this folder, without `.` and `..`, in no order.
    public func entries() -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
