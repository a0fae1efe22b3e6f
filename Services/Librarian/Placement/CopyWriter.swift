import CLinux
import FactoryCore
import Glibc

/// Writes copies, which are not durable yet.
struct CopyWriter {
    /// One for all files: made anew for each it took a third of the processor's time for small ones.
    private final class Block {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 4096)

        deinit { bytes.deallocate() }
    }

    private let block = Block()
    private let stop: StopSignal
    private let pulse: WorkPulse?

    /// - Parameters:
    ///   - stop: gives a copy up.
    ///   - pulse: beats with every part that is copied.
    init(stop: StopSignal, pulse: WorkPulse?) {
        (self.stop, self.pulse) = (stop, pulse)
    }

    /// Writes a whole copy under a name that is free, or none.
    ///
    /// - Throws: `FileError`, `VerifiedCopy.Problem.stopped`.
    func write(_ source: SourceFile, in folder: Folder, _ name: [UInt8]) throws -> CopyCheck.Copy {
        let copy = CopyCheck.Copy(file: try folder.createFile(name), path: folder.pathText(name), source: source)
        do {
            try transfer(from: source.file.descriptor, to: copy.file.descriptor, copy.path)
            keepTimesAndSeal(copy.file, as: source.stamp)
            return copy
        } catch {
            try? folder.unlink(name)
            throw error
        }
    }

    /// Shares the blocks where the file system can, lets the kernel copy where it can, and else copies by hand.
    private func transfer(from source: Int32, to target: Int32, _ path: String) throws {
        if linux_clone(source, target) == 0 { return }
        guard lseek(source, 0, SEEK_SET) == 0 else { throw FileError("read again for", path) }
        while true {
            guard !stop.isSet else { throw VerifiedCopy.Problem.stopped }
            pulse?.beat()
            let count = linux_copy_file_range(source, target, 16 << 20)
            if count == 0 { return }
            if count > 0 || errno == EINTR { continue }
            guard [EXDEV, ENOSYS, EINVAL, EOPNOTSUPP, EPERM].contains(errno) else { throw FileError("write", path) }
            return try transferByHand(from: source, to: target, path)
        }
    }

    private func transferByHand(from source: Int32, to target: Int32, _ path: String) throws {
        while true {
            guard !stop.isSet else { throw VerifiedCopy.Problem.stopped }
            pulse?.beat()
            let count = read(source, block.bytes.baseAddress, block.bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError("read again for", path) }
            if count == 0 { return }
            var written = 0
            while written < count {
                let rest = UnsafeRawBufferPointer(rebasing: block.bytes[written..<count])
                let more = Glibc.write(target, rest.baseAddress, rest.count)
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
