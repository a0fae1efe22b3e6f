import CLinux
import FactoryCore
import Glibc

/// Moves a file to another mount: a copy under a private name, made durable, read again from the disk and compared,
/// and only then given its name; the source goes last.
struct VerifiedCopy {
    private let incoming: Folder
    private let removal: SourceRemoval

    /// - Parameters:
    ///   - storage: on whose file system copies begin.
    ///   - librarian: copies of several librarians must not meet.
    init(storage: Folder, librarian: String, removal: SourceRemoval) throws(FileError) {
        incoming = try storage.makeFolder(".incoming").makeFolder(librarian)
        self.removal = removal
    }

    func move(
        _ file: PreparedFile, to target: Folder, as name: [UInt8], reader: borrowing ContentReader
    ) throws -> PlacementMove.Result {
        let temporary = Array(file.fingerprint.hex.utf8)
        // A copy that a crash interrupted: the source is still in the inbox.
        if try incoming.stamp(temporary) != nil { try incoming.unlink(temporary) }
        do {
            try makeCopy(of: file, temporary, reader: reader)
            try incoming.move(temporary, to: target, as: name)
        } catch {
            try? incoming.unlink(temporary)
            if let error = error as? FileError, error.isTaken { return .taken }
            // Somebody wrote to the file after it had been read: nothing is wrong with the storage.
            guard try file.file.stamp(file.inboxPath).isSameFile(as: file.stamp) else { return .replaced }
            throw error
        }
        try target.file.sync(target.path)
        // Whatever keeps the source from going, the file is filed; it will be met again as a duplicate.
        _ = try? removal.remove(file)
        return .placed
    }

    private func makeCopy(of file: PreparedFile, _ name: [UInt8], reader: borrowing ContentReader) throws {
        let path = incoming.pathText(name)
        let copy = try incoming.createFile(name)
        try transfer(from: file.file.descriptor, to: copy.descriptor, path)
        keepTimesAndSeal(copy, as: file.stamp)
        try copy.sync(path)
        let (fingerprint, size) = try reader.fingerprintOnDisk(of: copy, path)
        guard fingerprint == file.fingerprint, size == file.stamp.size else {
            throw FileError("read back what was written to", path, code: EIO)
        }
    }

    /// Shares the blocks where the file system can, lets the kernel copy where it can, and else copies by hand.
    private func transfer(from source: Int32, to target: Int32, _ path: String) throws(FileError) {
        if linux_clone(source, target) == 0 { return }
        guard lseek(source, 0, SEEK_SET) == 0 else { throw FileError("read again for", path) }
        while true {
            let count = linux_copy_file_range(source, target, 1 << 30)
            if count == 0 { return }
            if count > 0 || errno == EINTR { continue }
            guard [EXDEV, ENOSYS, EINVAL, EOPNOTSUPP, EPERM].contains(errno) else { throw FileError("write", path) }
            return try transferByHand(from: source, to: target, path)
        }
    }

    private func transferByHand(from source: Int32, to target: Int32, _ path: String) throws(FileError) {
        var block = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = read(source, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError("read again for", path) }
            if count == 0 { return }
            var written = 0
            while written < count {
                let more = block[written..<count].withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
                if more < 0, errno != EINTR { throw FileError("write", path) }
                written += max(0, more)
            }
        }
    }

    private func keepTimesAndSeal(_ copy: OpenFile, as stamp: FileStamp) {
        var times = [stamp.modificationTime, stamp.modificationTime]
        // A share may refuse either; the content counts.
        futimens(copy.descriptor, &times)
        fchmod(copy.descriptor, 0o444)
    }
}
