/// Where below Storage a row's path leads. Only what follows `Originals` counts: Storage may have been mounted elsewhere
/// when the row was written.
enum StoredPath {
    /// The parts below Storage, `Originals` first.
    ///
    /// - Returns: nil for a path that does not lead below `Originals`, or leaves it again.
    static func parts(_ finalPath: String) -> [String]? {
        let parts = finalPath.split(separator: "/", omittingEmptySubsequences: true).map { String($0) }
        guard let root = parts.lastIndex(of: "Originals") else { return nil }
        let below = parts[root...]
        guard below.count > 1, !below.contains("."), !below.contains(".."), !finalPath.utf8.contains(0) else {
            return nil
        }
        return Array(below)
    }

    /// As it is shown: `Originals/2023/2023-12-25/IMG_1.jpg`, or the file's name where the path is of no known kind.
    static func shown(_ finalPath: String) -> String {
        parts(finalPath)?.joined(separator: "/") ?? finalPath.split(separator: "/").last.map { String($0) } ?? ""
    }
}
