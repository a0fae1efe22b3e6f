import Glibc

/// Makes paths absolute without asking the file system, so that a path which does not exist yet can be named too.
public enum AbsolutePath {
    /// The process's working directory, or `/` where it was removed.
    public static var workingDirectory: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    /// `path` seen from `base`, without `.`, `..` or repeated slashes.
    public static func make(_ path: String, in base: String) -> String {
        let whole = path.hasPrefix("/") ? path : "\(base)/\(path)"
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
