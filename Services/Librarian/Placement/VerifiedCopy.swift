import CLinux
import FactoryCore
import Glibc

/// Moves a file to another mount: a copy under a private name, made durable, read again from the disk and compared,
/// and only then given its name; the source goes last.
struct VerifiedCopy {
    private enum Problem: Error {
        case stopped
        case differs
    }

    private let incoming: Folder
    private let removal: SourceRemoval
    private let stop: StopSignal
    private let pulse: WorkPulse?

    /// - Parameters:
    ///   - storage: on whose file system copies begin.
    ///   - librarian: copies of several librarians must not meet.
    ///   - stop: gives a copy up; the file stays in the inbox.
    ///   - pulse: beats with every part that is copied.
    init(
        storage: Folder, librarian: String, removal: SourceRemoval, stop: StopSignal, pulse: WorkPulse? = nil
    ) throws(FileError) {
        incoming = try storage.makeFolder(".incoming").makeFolder(librarian)
        self.removal = removal
        (self.stop, self.pulse) = (stop, pulse)
    }

    func move(
        _ file: SourceFile, to target: Folder, as name: [UInt8], reader: borrowing ContentReader
    ) throws -> PlacementMove.Result {
        do {
            try place(file, in: target, name, reader: reader)
        } catch Problem.stopped {
            return .stopped
        } catch let error as FileError where error.isTaken {
            return .taken
        } catch {
            // Somebody wrote to the file after it had been read: nothing is wrong with the storage.
            guard try file.file.stamp(file.path).isSameFile(as: file.stamp) else { return .replaced }
            guard case Problem.differs = error else { throw error }
            throw FileError("read back what was written for", file.path, code: EIO)
        }
        // Also the folders that were made for it, before the source goes.
        try target.syncFileSystem()
        do {
            _ = try removal.remove(file.name, in: file.folder, stamp: file.stamp)
            return .placed(remark: nil)
        } catch {
            // Whatever keeps the source from going, the file is filed; it will be met again as a duplicate.
            return .placed(remark: "its source is left over: \(error)")
        }
    }

    private func place(
        _ file: SourceFile, in target: Folder, _ name: [UInt8], reader: borrowing ContentReader
    ) throws {
        let temporary = Array(file.fingerprint.hex.utf8)
        // A copy that a crash interrupted: the source is still in the inbox.
        if try incoming.stamp(temporary) != nil { try incoming.unlink(temporary) }
        try makeCopy(of: file, in: incoming, temporary, reader: reader)
        do throws(FileError) {
            try incoming.move(temporary, to: target, as: name)
        } catch {
            try? incoming.unlink(temporary)
            guard error.crossesMounts else { throw error }
            // No way to move without replacing, as on some SMB shares: only creating the name itself keeps the promise.
            try makeCopy(of: file, in: target, name, reader: reader)
        }
    }

    /// Makes a whole and durable copy under a name that is free, or none.
    private func makeCopy(
        of file: SourceFile, in folder: Folder, _ name: [UInt8], reader: borrowing ContentReader
    ) throws {
        let copy = try folder.createFile(name)
        do {
            try fill(copy, from: file, folder.pathText(name), reader: reader)
        } catch {
            try? folder.unlink(name)
            throw error
        }
    }

    private func fill(_ copy: OpenFile, from file: SourceFile, _ path: String, reader: borrowing ContentReader) throws {
        try transfer(from: file.file.descriptor, to: copy.descriptor, path)
        keepTimesAndSeal(copy, as: file.stamp)
        try copy.sync(path)
        guard let (fingerprint, size) = try reader.fingerprintOnDisk(of: copy, path, unless: stop) else {
            throw Problem.stopped
        }
        guard fingerprint == file.fingerprint, size == file.stamp.size else { throw Problem.differs }
    }

    /// Shares the blocks where the file system can, lets the kernel copy where it can, and else copies by hand.
    private func transfer(from source: Int32, to target: Int32, _ path: String) throws {
        if linux_clone(source, target) == 0 { return }
        guard lseek(source, 0, SEEK_SET) == 0 else { throw FileError("read again for", path) }
        while true {
            guard !stop.isSet else { throw Problem.stopped }
            pulse?.beat()
            let count = linux_copy_file_range(source, target, 16 << 20)
            if count == 0 { return }
            if count > 0 || errno == EINTR { continue }
            guard [EXDEV, ENOSYS, EINVAL, EOPNOTSUPP, EPERM].contains(errno) else { throw FileError("write", path) }
            return try transferByHand(from: source, to: target, path)
        }
    }

    private func transferByHand(from source: Int32, to target: Int32, _ path: String) throws {
        var block = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            guard !stop.isSet else { throw Problem.stopped }
            pulse?.beat()
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
