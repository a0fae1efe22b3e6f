/// Compares paths as file systems do, by their parts.
struct SyncthingFolderPath: Sendable, Hashable {
    private let parts: [Substring]

    init(_ path: String) {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        self.parts = parts
    }

    /// The path with what `~` stands for at its beginning.
    static func expanded(_ path: String, tilde: String?) -> String {
        guard let tilde, path == "~" || path.hasPrefix("~/") else { return path }
        return tilde + path.dropFirst()
    }

    /// Where this one lies below the other, parts joined by slashes; empty when they are the same or it holds the other.
    /// Nil when they have nothing in common: what is moved out of one is then not moved out of the other.
    func below(_ other: SyncthingFolderPath) -> String? {
        if other.parts.starts(with: parts) { return "" }
        guard parts.starts(with: other.parts) else { return nil }
        return parts.dropFirst(other.parts.count).joined(separator: "/")
    }
}
