import Dispatch
import FactoryCore
import Synchronization

/// Makes durable, beside whoever began it, the copies of one part and the names of another.
final class CopySync: Sendable {
    /// A copy that got its name.
    struct Named: Sendable {
        let copy: CopyCheck.Copy
        let folder: Folder
    }

    /// It mostly waits for the disk.
    private static let queue = DispatchQueue(label: "copy sync")

    private let failure = Mutex<FileError?>(nil)
    private let work = DispatchGroup()

    /// Begins.
    ///
    /// - Parameters:
    ///   - copy: one of those that were written; nil when none was.
    ///   - incoming: the folder of the copies.
    ///   - named: those that got their names.
    ///   - syncsEverything: whether a sync of all that is beside a copy makes it durable for certain.
    init(of copy: CopyCheck.Copy?, in incoming: Folder, _ named: [Named], syncsEverything: Bool) {
        guard copy != nil || !named.isEmpty else { return }
        Self.queue.async(group: work) {
            do throws(FileError) {
                try Self.sync(copy, in: incoming, named, syncsEverything: syncsEverything)
            } catch {
                self.failure.withLock { $0 = error }
            }
        }
    }

    /// Waits for its end.
    ///
    /// - Returns: why it failed; nil when all names are durable, and all copies where a sync of everything makes them so.
    func wait() -> FileError? {
        work.wait()
        return failure.withLock { $0 }
    }

    private static func sync(
        _ copy: CopyCheck.Copy?, in incoming: Folder, _ named: [Named], syncsEverything: Bool
    ) throws(FileError) {
        var synced: Set<UInt64> = []
        // With the folders that were made for the names.
        for name in named {
            try sync(name.folder, beside: name.copy, &synced)
            if !syncsEverything { try syncName(of: name.copy, in: name.folder) }
        }
        if let copy { try sync(incoming, beside: copy, &synced) }
    }

    /// Where nothing less is sure to reach the disk: a file that is synced takes its name with it on most file systems.
    private static func syncName(of copy: CopyCheck.Copy, in folder: Folder) throws(FileError) {
        try copy.file.sync(copy.path)
        try folder.syncNames()
    }

    /// Once for each file system: mostly that is one. One file is synced as well: to an `fsync` also a file system answers that has
    /// given up writing after an error, which to a `syncfs` may say that all is well; and without a journal it comes
    /// behind the folders' own blocks when it has the disk empty its cache.
    private static func sync(
        _ folder: Folder, beside copy: CopyCheck.Copy, _ synced: inout Set<UInt64>
    ) throws(FileError) {
        guard synced.insert(try folder.file.stamp(folder.path).device).inserted else { return }
        try folder.syncFileSystem()
        try copy.file.sync(copy.path)
    }
}
