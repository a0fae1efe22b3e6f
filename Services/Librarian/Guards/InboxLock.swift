import FactoryCore
import Glibc

/// Keeps a second librarian out of the inbox, whatever its id and its Storage, for as long as this value lives. The lock is
/// on the inbox's id file; where there is none, on the inbox itself.
final class InboxLock: Sendable {
    /// What file systems answer that know no locks.
    private static let noLocks = [EBADF, ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL]
    private static let tries = 25
    /// In microseconds.
    private static let pause: UInt32 = 20_000
    private static let notOurs = [EACCES, EPERM, EROFS]

    private let file: OpenFile
    private let stamp: FileStamp

    private init(file: OpenFile, stamp: FileStamp) {
        (self.file, self.stamp) = (file, stamp)
    }

    /// - Parameter holder: who we are, for whoever finds the lock taken.
    /// - Throws: `StartupError` that says who holds the lock, `FileError` when it cannot be tried, `Obstacle` when the id
    ///   file holds none.
    static func take(_ inbox: Folder, holder: String) throws -> InboxLock {
        guard let vault = try VaultFile.read(in: inbox) else { return try takeFolder(inbox) }
        let path = inbox.pathText(VaultFile.name)
        let file = try open(inbox)
        guard tryLock(file) else {
            throw StartupError(sentence(inbox, holder: saidHolder(file, behind: vault.lineLength)))
        }
        say(holder, in: file, behind: vault.lineLength)
        return InboxLock(file: file, stamp: try file.stamp(path))
    }

    /// Whether the lock is on what the inbox's id file is now; it may have been replaced.
    func holds(_ vault: VaultFile?, of inbox: Folder) throws(FileError) -> Bool {
        if let vault { return stamp.isSameInode(as: vault.stamp) }
        return stamp.isSameInode(as: try inbox.file.stamp(inbox.path))
    }

    /// Network file systems lock only what was opened for writing.
    private static func open(_ inbox: Folder) throws(FileError) -> OpenFile {
        do throws(FileError) {
            return try inbox.openForUpdate(VaultFile.name)
        } catch {
            guard notOurs.contains(error.code) else { throw error }
            return try inbox.openFile(VaultFile.name)
        }
    }

    private static func takeFolder(_ inbox: Folder) throws -> InboxLock {
        // A lock belongs to one opening, and others may have opened this folder's.
        let own = try Folder.open(inbox.path)
        guard tryLock(own.file) else { throw StartupError(sentence(inbox, holder: nil)) }
        return InboxLock(file: own.file, stamp: try own.file.stamp(own.path))
    }

    /// Tries for a moment: `librarian adopt` takes the lock in passing.
    private static func tryLock(_ file: OpenFile) -> Bool {
        for _ in 0..<tries {
            if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 || noLocks.contains(errno) { return true }
            usleep(pause)
        }
        return false
    }

    private static func sentence(_ inbox: Folder, holder: String?) -> String {
        "another librarian works on the inbox \(inbox.path) already\(holder.map { " (\($0))" } ?? "")"
    }

    private static func saidHolder(_ file: OpenFile, behind lineLength: Int) -> String? {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = pread(file.descriptor, &bytes, bytes.count, off_t(lineLength))
        let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.first.map(String.init)
    }

    /// The first line is never written again. Who holds the lock is a courtesy: that it cannot be said is no obstacle.
    private static func say(_ holder: String, in file: OpenFile, behind lineLength: Int) {
        let text = Array("\n\(holder)\n".utf8)
        guard ftruncate(file.descriptor, off_t(lineLength)) == 0 else { return }
        _ = pwrite(file.descriptor, text, text.count, off_t(lineLength))
    }
}
