import FactoryCore
import Glibc

/// Originals that are about to be read, which the disk is asked for ahead, past the kernel's memory of them: while one is
/// hashed the next are on their way. One after the other they would take as long as everything else about a batch.
struct PrefetchedOriginals {
    /// How many bytes are on their way at most: they take memory until they are read.
    private static let limit = 32 << 20

    private var waiting: ArraySlice<StoredOriginal>
    private let root: Folder
    /// What was asked for.
    private var stamps: [OriginalPath: FileStamp] = [:]
    private var size = 0

    /// - Parameters:
    ///   - stored: in the order in which they will be read.
    ///   - root: the folder Originals.
    init(_ stored: [StoredOriginal], below root: Folder) {
        (waiting, self.root) = (stored[...], root)
        ask()
    }

    /// Whether this file was asked for; says so once, for after the next reading the kernel remembers it.
    mutating func take(_ path: OriginalPath, of stamp: FileStamp) -> Bool {
        guard let asked = stamps.removeValue(forKey: path) else { return false }
        size -= asked.size
        ask()
        return asked.isUntouched(since: stamp)
    }

    /// What cannot be opened here is left to whoever looks at it.
    private mutating func ask() {
        while size < Self.limit, let original = waiting.popFirst() {
            guard let path = Originals.path(ofLedger: original.finalPath), stamps[path] == nil,
                let file = try? root.openFile(Array(path.text.utf8)), let stamp = try? file.stamp(path.text),
                stamp.isRegularFile
            else { continue }
            posix_fadvise(file.descriptor, 0, 0, Int32(POSIX_FADV_DONTNEED))
            // Not all of what may be a film of hours.
            posix_fadvise(file.descriptor, 0, off_t(Self.limit), Int32(POSIX_FADV_WILLNEED))
            stamps[path] = stamp
            size += stamp.size
        }
    }
}
