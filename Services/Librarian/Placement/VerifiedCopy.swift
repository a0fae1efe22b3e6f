import CLinux
import FactoryCore
import Glibc

/// Moves files to another mount: copies under private names, made durable, read again from the disk and compared, and only
/// then given their names; the sources go last. Many at once, for what makes one durable makes all durable.
struct VerifiedCopy {
    enum Problem: Error {
        case stopped
        case differs
    }

    /// One for all files: made anew for each it took a third of the processor's time for small ones.
    private final class Block {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 4096)

        deinit { bytes.deallocate() }
    }

    private let incoming: Folder
    private let block = Block()
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

    /// - Parameter files: of different contents, each once.
    /// - Returns: for each file what became of it, or the `FileError` because of which it is still in the inbox.
    func move(_ files: [CrossingFile]) -> [Result<PlacementMove.Result, any Error>] {
        var problems = place(files)
        // Also the folders that were made for them, before the sources go.
        var synced: [UInt64: Result<Void, FileError>] = [:]
        for index in files.indices where problems[index] == nil {
            do throws(FileError) { try sync(files[index].target, &synced) } catch { problems[index] = error }
        }
        return zip(files, problems).map { file, problem in
            Result { try problem.map { try result(of: file.source, $0) } ?? .placed(remark: removeSource(file.source)) }
        }
    }

    /// Once for each file system: mostly that is one.
    private func sync(_ folder: Folder, _ synced: inout [UInt64: Result<Void, FileError>]) throws(FileError) {
        let device = try folder.file.stamp(folder.path).device
        let result = synced[device] ?? Result { () throws(FileError) in try folder.syncFileSystem() }
        synced[device] = result
        try result.get()
    }

    private func result(of source: SourceFile, _ problem: any Error) throws -> PlacementMove.Result {
        if case Problem.stopped = problem { return .stopped }
        if let error = problem as? FileError, error.isTaken { return .taken }
        // Somebody wrote to the file after it had been read: nothing is wrong with the storage.
        guard try source.file.stamp(source.path).isSameFile(as: source.stamp) else { return .replaced }
        guard case Problem.differs = problem else { throw problem }
        throw FileError("read back what was written for", source.path, code: EIO)
    }

    /// - Returns: what a person should know.
    private func removeSource(_ source: SourceFile) -> String? {
        do {
            _ = try removal.remove(source.name, in: source.folder, stamp: source.stamp)
            return nil
        } catch {
            // Whatever keeps the source from going, the file is filed; it will be met again as a duplicate.
            return "its source is left over: \(error)"
        }
    }

    /// - Returns: for each file why it has no copy under its name; nil when it has.
    private func place(_ files: [CrossingFile]) -> [(any Error)?] {
        var problems = [(any Error)?](repeating: nil, count: files.count)
        var copies: [(index: Int, copy: CopyCheck.Copy)] = []
        var failure: FileError?
        for index in files.indices {
            do {
                // A storage that failed is not tried with what might still fit.
                if let failure { throw failure }
                copies.append((index, try begin(files[index].source)))
            } catch {
                problems[index] = error
                if let error = error as? FileError, error.concernsStorage { failure = error }
            }
        }
        guard !copies.isEmpty else { return problems }
        do {
            try incoming.syncFileSystem()
            let found = CopyCheck(stop: stop, pulse: pulse).problems(of: copies.map(\.copy))
            for (copy, problem) in zip(copies, found) { problems[copy.index] = problem }
        } catch {
            for copy in copies { problems[copy.index] = error }
        }
        for (index, _) in copies {
            let temporary = Self.temporaryName(files[index].source)
            do {
                if let problem = problems[index] { throw problem }
                try finish(files[index], temporary)
            } catch {
                problems[index] = error
                try? incoming.unlink(temporary)
            }
        }
        return problems
    }

    private static func temporaryName(_ source: SourceFile) -> [UInt8] { Array(source.fingerprint.hex.utf8) }

    /// Writes a copy, which is not durable yet.
    private func begin(_ source: SourceFile) throws -> CopyCheck.Copy {
        let temporary = Self.temporaryName(source)
        // A copy that a crash interrupted: the source is still in the inbox.
        if try incoming.stamp(temporary) != nil { try incoming.unlink(temporary) }
        return try write(source, in: incoming, temporary)
    }

    private func finish(_ file: CrossingFile, _ temporary: [UInt8]) throws {
        do throws(FileError) {
            try incoming.move(temporary, to: file.target, as: file.name)
        } catch {
            guard error.crossesMounts else { throw error }
            try incoming.unlink(temporary)
            // No way to move without replacing, as on some SMB shares: only creating the name itself keeps the promise.
            let copy = try write(file.source, in: file.target, file.name)
            if let problem = CopyCheck(stop: stop, pulse: pulse).problems(of: [copy])[0] {
                try? file.target.unlink(file.name)
                throw problem
            }
        }
    }

    /// Writes a whole copy under a name that is free, or none.
    private func write(_ source: SourceFile, in folder: Folder, _ name: [UInt8]) throws -> CopyCheck.Copy {
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
        while true {
            guard !stop.isSet else { throw Problem.stopped }
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
