import FactoryCore

/// Files of a batch that are copied to another mount in one go: all but members of a group whose leader is among them, and second
/// files of one content. Those have the next round.
struct CrossingRound {
    private(set) var members: [(index: Int, file: CrossingFile)] = []
    /// The files of which nobody knows yet how they end: those of this round, and those that have to wait for the next.
    private var awaited: Set<ObjectIdentifier> = []
    private var contents: Set<Fingerprint> = []

    /// - Parameter file: by its descriptor.
    func isAwaited(_ file: ObjectIdentifier) -> Bool { awaited.contains(file) }

    /// Takes a file, unless another one of its content is there: copies are called for their contents.
    ///
    /// - Parameter index: the step's.
    mutating func takes(_ file: CrossingFile, of index: Int) -> Bool {
        awaited.insert(ObjectIdentifier(file.source.file))
        guard contents.insert(file.source.fingerprint).inserted else { return false }
        members.append((index, file))
        return true
    }
}
