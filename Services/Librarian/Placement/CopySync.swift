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

    struct Outcome: Sendable {
        /// Why the copies may not be durable; nil when they are.
        var copies: FileError?
        /// For each name the same.
        var names: [FileError?] = []
    }

    /// It mostly waits for the disk.
    private static let queue = DispatchQueue(label: "copy sync")

    private let outcome = Mutex(Outcome())
    private let work = DispatchGroup()

    /// Begins.
    ///
    /// - Parameters:
    ///   - last: the copy that was written last; nil when there is none.
    ///   - incoming: the folder of the copies.
    ///   - syncsEverything: whether a sync of all that is beside a copy makes it durable for certain.
    init(upTo last: CopyCheck.Copy?, in incoming: Folder, _ named: [Named], syncsEverything: Bool) {
        guard last != nil || !named.isEmpty else { return }
        Self.queue.async(group: work) {
            let outcome = Self.sync(upTo: last, in: incoming, named, syncsEverything: syncsEverything)
            self.outcome.withLock { $0 = outcome }
        }
    }

    /// Waits until all is durable that can be.
    func wait() -> Outcome {
        work.wait()
        return outcome.withLock { $0 }
    }

    private static func sync(
        upTo last: CopyCheck.Copy?, in incoming: Folder, _ named: [Named], syncsEverything: Bool
    ) -> Outcome {
        var (outcome, synced): (Outcome, [UInt64: Result<Void, FileError>]) = (Outcome(), [:])
        // With the folders that were made for the names.
        for name in named {
            do throws(FileError) {
                try sync(name.folder, beside: name.copy, &synced)
                if !syncsEverything { try syncName(of: name.copy, in: name.folder) }
                outcome.names.append(nil)
            } catch {
                outcome.names.append(error)
            }
        }
        guard let last else { return outcome }
        do throws(FileError) {
            try sync(incoming, beside: last, &synced)
        } catch {
            outcome.copies = error
        }
        return outcome
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
        _ folder: Folder, beside copy: CopyCheck.Copy, _ synced: inout [UInt64: Result<Void, FileError>]
    ) throws(FileError) {
        let device = try folder.file.stamp(folder.path).device
        let result =
            synced[device]
            ?? Result { () throws(FileError) in
                try folder.syncFileSystem()
                try copy.file.sync(copy.path)
            }
        synced[device] = result
        try result.get()
    }
}
