import FactoryCore

/// What became of the files of one batch; those whose turn comes with the next batch are not in it yet.
struct BatchReport: Sendable {
    private(set) var settled: [SettledFile] = []
    /// Why the storage did not let the batch go on; what had not been moved then is pending.
    var stopped: FileError?
    /// Of the settled files, in their order.
    private var descriptors: [ObjectIdentifier] = []
    /// Descriptors tell the files apart: two may have the same path, one in the inbox and one in Originals.
    private var reported: Set<ObjectIdentifier> = []
    private var staying: Set<ObjectIdentifier> = []

    func contains(_ file: any InboxFile) -> Bool {
        reported.contains(ObjectIdentifier(file.file))
    }

    /// Whether the file of this descriptor was left in the inbox.
    func leaves(_ file: ObjectIdentifier) -> Bool {
        staying.contains(file)
    }

    mutating func add(_ file: any InboxFile, _ outcome: FileOutcome) {
        reported.insert(ObjectIdentifier(file.file))
        if outcome.stays { staying.insert(ObjectIdentifier(file.file)) }
        settled.append(SettledFile(path: file.path, stamp: file.stamp, outcome: outcome))
        descriptors.append(ObjectIdentifier(file.file))
    }

    /// Forgets what was added behind the first `count`.
    mutating func keep(_ count: Int) {
        for descriptor in descriptors[count...] {
            reported.remove(descriptor)
            staying.remove(descriptor)
        }
        settled.removeSubrange(count...)
        descriptors.removeSubrange(count...)
    }
}
