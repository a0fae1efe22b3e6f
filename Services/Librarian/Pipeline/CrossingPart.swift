import FactoryCore

/// Files that are copied to another mount together. As much at once as makes waiting for the disk worth while, and no more
/// than a disk that is nearly full has room for beside what it must keep.
struct CrossingPart {
    /// In bytes, about.
    private static let size = 256 << 20
    /// Each copy keeps a descriptor.
    private static let count = 256

    private(set) var members: [(index: Int, file: CrossingFile)] = []
    private var size = 0
    /// The files of which nobody knows yet how they end: those of this part, and those that found no room in it.
    private var awaited: Set<ObjectIdentifier> = []
    private var contents: Set<Fingerprint> = []

    /// - Parameter file: by its descriptor.
    func isAwaited(_ file: ObjectIdentifier) -> Bool { awaited.contains(file) }

    /// Takes a file if there is room for it; the first one always has.
    ///
    /// - Parameter index: the step's.
    mutating func takes(_ file: CrossingFile, of index: Int) -> Bool {
        awaited.insert(ObjectIdentifier(file.source.file))
        // Copies are called for their contents.
        guard size < Self.size, members.count < Self.count, contents.insert(file.source.fingerprint).inserted else {
            return false
        }
        members.append((index, file))
        size += file.source.stamp.size
        return true
    }
}
