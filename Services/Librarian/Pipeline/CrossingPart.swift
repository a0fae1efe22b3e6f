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
    /// The files of the batch that have not ended yet.
    private var waiting: Set<ObjectIdentifier> = []
    private var contents: Set<Fingerprint> = []

    /// Whether a file goes with this part; to be asked for all that are left, in their order.
    ///
    /// - Parameter leader: the file without which it does not go: what became of that has to be known before.
    mutating func takes(_ source: SourceFile, with leader: ObjectIdentifier?) -> Bool {
        defer { waiting.insert(ObjectIdentifier(source.file)) }
        guard size < Self.size, members.count < Self.count, leader.map({ !waiting.contains($0) }) ?? true else {
            return false
        }
        // Copies are called for their contents.
        return contents.insert(source.fingerprint).inserted
    }

    mutating func add(_ member: (index: Int, file: CrossingFile)) {
        members.append(member)
        size += member.file.source.stamp.size
    }
}
