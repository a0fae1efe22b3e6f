/// Goes through all files below a folder, folder by folder in the order of their names, so that a walk can be gone on
/// with. Symbolic links are not followed. Holds the names of the folders that are still to come, and no more.
package struct FileWalk {
    /// What is directly in one folder.
    package struct Visit {
        /// Below the root; empty for the root itself.
        package let folder: [[UInt8]]
        /// The regular files that were asked for.
        package let files: [RelativePath]
        /// Why the folder cannot be listed; nil when it was.
        package let problem: FileError?
    }

    private let root: Folder
    /// The next one is the last.
    private var waiting: [[[UInt8]]] = [[]]
    /// The folder with which an earlier walk ended.
    private let done: [[UInt8]]?
    private let enters: ([UInt8]) -> Bool

    /// - Parameters:
    ///   - done: the folder of the last visit of an earlier walk, which is gone on with; nil for a new one.
    ///   - enters: whether a folder of this name is entered.
    package init(_ root: Folder, after done: [[UInt8]]? = nil, enters: @escaping ([UInt8]) -> Bool = { _ in true }) {
        self.root = root
        self.done = done
        self.enters = enters
    }

    /// Visits the next folder; nil at the end.
    ///
    /// - Parameter wants: asked for each path, before anything is known about it; what is not wanted is not looked at.
    package mutating func next(_ wants: (RelativePath) -> Bool = { _ in true }) -> Visit? {
        while let components = waiting.popLast() {
            do throws(FileError) {
                let files = try visit(components, wants)
                guard Self.isBehind(components, done) else { continue }
                return Visit(folder: components, files: files, problem: nil)
            } catch {
                // A folder that has gone has no files any more.
                if error.isMissing { continue }
                return Visit(folder: components, files: [], problem: error)
            }
        }
        return nil
    }

    private mutating func visit(
        _ components: [[UInt8]], _ wants: (RelativePath) -> Bool
    ) throws(FileError) -> [RelativePath] {
        let folder = try root.folder(components)
        let listing = try FolderListing(folder)
        var files: [RelativePath] = []
        var folders: [[UInt8]] = []
        while let name = try listing.next() {
            guard let path = RelativePath(components: components + [name]), wants(path),
                let stamp = try folder.stamp(name)
            else { continue }
            if stamp.isFolder, enters(name) { folders.append(name) }
            if stamp.isRegularFile { files.append(path) }
        }
        let sorted = folders.sorted { $0.lexicographicallyPrecedes($1) }.map { components + [$0] }
        waiting += sorted.filter { Self.leadsBehind($0, done) }.reversed()
        return files
    }

    /// Whether a folder comes after the one with which the earlier walk ended. Each comes before those in it.
    private static func isBehind(_ folder: [[UInt8]], _ done: [[UInt8]]?) -> Bool {
        guard let done else { return true }
        return done.lexicographicallyPrecedes(folder) { $0.lexicographicallyPrecedes($1) }
    }

    /// Whether it, or one in it, does.
    private static func leadsBehind(_ folder: [[UInt8]], _ done: [[UInt8]]?) -> Bool {
        guard let done else { return true }
        return isBehind(folder, done) || done.starts(with: folder)
    }
}
