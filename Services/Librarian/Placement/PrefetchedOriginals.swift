import FactoryCore

/// Originals that are about to be read, which the disk is asked for ahead, past the kernel's memory of them: while one is
/// hashed the next are on their way. One after the other they would take as long as everything else about a batch.
struct PrefetchedOriginals {
    /// How many bytes are on their way at most: they take memory until they are read.
    private static let limit = 32 << 20

    private var waiting: ArraySlice<StoredOriginal>
    private let root: Folder
    /// What was asked for, in order, and has not been read.
    private var onTheirWay: [(path: OriginalPath, stamp: FileStamp)] = []
    private var size = 0
    /// Once for each: the second copy of a content needs no second look.
    private var asked: Set<OriginalPath> = []

    /// - Parameters:
    ///   - stored: in the order in which they will be read.
    ///   - root: the folder Originals.
    init(_ stored: [StoredOriginal], below root: Folder) {
        (waiting, self.root) = (stored[...], root)
        ask()
    }

    /// Whether this file was asked for; says so once, for after the next reading the kernel remembers it.
    mutating func take(_ path: OriginalPath, of stamp: FileStamp) -> Bool {
        guard let index = onTheirWay.firstIndex(where: { $0.path == path }) else { return false }
        let fetched = onTheirWay[index].stamp
        // What stands before it was passed over.
        size -= onTheirWay[...index].reduce(0) { $0 + Self.share(of: $1.stamp) }
        onTheirWay.removeSubrange(...index)
        ask()
        return fetched.isUntouched(since: stamp)
    }

    /// Of a film of hours not all is asked for.
    private static func share(of stamp: FileStamp) -> Int { min(stamp.size, limit) }

    /// What cannot be opened here is left to whoever looks at it.
    private mutating func ask() {
        while size < Self.limit, let original = waiting.popFirst() {
            // By the whole path at once: whoever reads the file opens it name by name, and compares.
            guard let path = Originals.path(ofLedger: original.finalPath), asked.insert(path).inserted,
                let file = try? root.openFile(Array(path.text.utf8)), let stamp = try? file.stamp(path.text),
                stamp.isRegularFile
            else { continue }
            file.forget()
            file.fetch(Self.share(of: stamp))
            onTheirWay.append((path, stamp))
            size += Self.share(of: stamp)
        }
    }
}
