import Glibc

/// Where a path really leads, as far as it leads anywhere here.
enum RealPath {
    static func of(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
