/// Compares paths as file systems do, by their parts.
struct SyncthingFolderPath: Sendable, Hashable {
    private let parts: [Substring]

    /// - Parameter tilde: what `~` stands for at the beginning.
    init(_ path: String, tilde: String? = nil) {
        let isHome = path == "~" || path.hasPrefix("~/")
        let full = isHome ? (tilde ?? "~") + path.dropFirst() : path
        var parts: [Substring] = []
        for part in full.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        self.parts = parts
    }

    /// Whether they are the same, or one lies in the other: what is moved out of either is moved out of both.
    func overlaps(_ other: SyncthingFolderPath) -> Bool {
        parts.starts(with: other.parts) || other.parts.starts(with: parts)
    }
}
