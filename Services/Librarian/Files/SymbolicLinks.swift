import Glibc

/// Where paths really lead.
enum SymbolicLinks {
    /// The path without symbolic links, as far as its folders exist; what does not exist yet is kept as it is.
    static func resolved(_ path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return path }
        let parent = resolved(String(path[..<slash]))
        return parent == "/" ? String(path[slash...]) : parent + path[slash...]
    }
}
