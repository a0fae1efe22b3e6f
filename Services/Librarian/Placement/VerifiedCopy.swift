import FactoryCore
import Glibc

/// Moves files to another mount: copies under private names, made durable, read back from the disk and compared, and only
/// then given their names; the sources go when the names are durable. Part by part: while one is read back the next is
/// written, and one sync makes durable what was written of one and named of the other.
struct VerifiedCopy {
    enum Problem: Error {
        case stopped
        case differs
    }

    /// How much a part has, in bytes, about: enough to make waiting for the disk worth while. Two parts, each of one file at
    /// least, take room beside their sources, which may lie on the same disk.
    private static let partSize = 64 << 20
    /// Each copy keeps a descriptor until its source has gone.
    static let partCount = 128

    /// A copy, and which of the files it is of.
    private typealias Numbered = (index: Int, copy: CopyCheck.Copy)

    private let incoming: Folder
    /// Whether a sync of all that is beside it makes a copy durable for certain.
    private let syncsEverything: Bool
    private let partCount: Int
    private let writer: CopyWriter
    private let removal: SourceRemoval
    private let stop: StopSignal
    private let pulse: WorkPulse?

    /// - Parameters:
    ///   - storage: on whose file system copies begin.
    ///   - librarian: copies of several librarians must not meet.
    ///   - stop: gives a copy up; the file stays in the inbox.
    ///   - pulse: beats while files are copied.
    ///   - partCount: how many files a part has at most.
    init(
        storage: Folder, librarian: String, removal: SourceRemoval, stop: StopSignal, pulse: WorkPulse? = nil,
        partCount: Int = Self.partCount
    ) throws(FileError) {
        incoming = try storage.makeFolder(".incoming").makeFolder(librarian)
        syncsEverything = incoming.syncsEverything
        writer = CopyWriter(stop: stop, pulse: pulse)
        self.removal = removal
        (self.stop, self.pulse, self.partCount) = (stop, pulse, partCount)
    }

    /// - Parameter files: of different contents, each once.
    /// - Returns: for each file what became of it, or the `FileError` because of which it is still in the inbox.
    func move(_ files: [CrossingFile]) -> [Result<PlacementMove.Result, any Error>] {
        var problems = [(any Error)?](repeating: nil, count: files.count)
        var remarks = [String?](repeating: nil, count: files.count)
        var rest = files.indices
        var durable: [Numbered] = []
        repeat {
            let check = check(durable.map(\.copy), wereSynced: syncsEverything)
            let written = write(&rest, of: files, &problems)
            let named = name(durable, of: files, check.wait(), &problems)
            durable = makeDurable(written, named, of: files, &problems)
            for (index, _) in named where problems[index] == nil { remarks[index] = removeSource(files[index].source) }
            // A storage that failed is not tried with what might still fit.
            if let failure = problems.lazy.compactMap({ $0 as? FileError }).first(where: \.concernsStorage) {
                for index in rest { problems[index] = failure }
                rest = rest.endIndex..<rest.endIndex
            }
        } while !rest.isEmpty || !durable.isEmpty
        return zip(zip(files, problems), remarks).map { file, remark in
            Result { try file.1.map { try result(of: file.0.source, $0) } ?? .placed(remark: remark) }
        }
    }

    /// Writes copies of as many files as a part has.
    private func write(
        _ rest: inout Range<Int>, of files: [CrossingFile], _ problems: inout [(any Error)?]
    ) -> [Numbered] {
        var (copies, size): ([Numbered], Int) = ([], 0)
        while size < Self.partSize, copies.count < partCount, let index = rest.popFirst() {
            let source = files[index].source
            do {
                guard !stop.isSet else { throw Problem.stopped }
                let temporary = Self.temporaryName(source)
                // A copy that a crash interrupted: the source is still in the inbox.
                if try incoming.stamp(temporary) != nil { try incoming.unlink(temporary) }
                copies.append((index, try writer.write(source, in: incoming, temporary)))
                size += source.stamp.size
            } catch {
                problems[index] = error
                if let error = error as? FileError, error.concernsStorage { break }
            }
        }
        return copies
    }

    /// Gives good copies their names.
    ///
    /// - Returns: those that have them.
    private func name(
        _ copies: [Numbered], of files: [CrossingFile], _ found: [(any Error)?], _ problems: inout [(any Error)?]
    ) -> [Numbered] {
        var named: [Numbered] = []
        for ((index, copy), problem) in zip(copies, found) {
            do {
                if let problem { throw problem }
                named.append((index, try finish(files[index], copy)))
            } catch {
                giveUp(copy, of: index, because: error, &problems)
            }
        }
        return named
    }

    /// What was written, and the names of what was read back, with the folders that were made for them.
    ///
    /// - Returns: the copies that were synced with everything beside them.
    private func makeDurable(
        _ written: [Numbered], _ named: [Numbered], of files: [CrossingFile], _ problems: inout [(any Error)?]
    ) -> [Numbered] {
        var synced: [UInt64: Result<Void, FileError>] = [:]
        for (index, copy) in named {
            do throws(FileError) {
                try sync(files[index].target, beside: copy, &synced)
                if !syncsEverything { try syncName(of: copy, in: files[index].target) }
            } catch {
                problems[index] = error
            }
        }
        guard let last = written.last else { return [] }
        do throws(FileError) {
            try sync(incoming, beside: last.copy, &synced)
            return written
        } catch {
            for (index, copy) in written { giveUp(copy, of: index, because: error, &problems) }
            return []
        }
    }

    /// Where nothing less is sure to reach the disk: a file that is synced takes its name with it on most file systems.
    private func syncName(of copy: CopyCheck.Copy, in folder: Folder) throws(FileError) {
        try copy.file.sync(copy.path)
        try folder.syncNames()
    }

    private func giveUp(
        _ copy: CopyCheck.Copy, of index: Int, because problem: any Error, _ problems: inout [(any Error)?]
    ) {
        problems[index] = problem
        try? incoming.unlink(Self.temporaryName(copy.source))
    }

    private func check(_ copies: [CopyCheck.Copy], wereSynced: Bool) -> CopyCheck {
        CopyCheck(copies, wereSynced: wereSynced, stop: stop, pulse: pulse)
    }

    /// Once for each file system: mostly that is one. One file is synced as well: to an `fsync` also a file system answers that has
    /// given up writing after an error, which to a `syncfs` may say that all is well; and without a journal it comes
    /// behind the folders' own blocks when it has the disk empty its cache.
    private func sync(
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

    private static func temporaryName(_ source: SourceFile) -> [UInt8] { Array(source.fingerprint.hex.utf8) }

    /// - Returns: the copy that has the name.
    private func finish(_ file: CrossingFile, _ copy: CopyCheck.Copy) throws -> CopyCheck.Copy {
        let temporary = Self.temporaryName(copy.source)
        do throws(FileError) {
            try incoming.move(temporary, to: file.target, as: file.name)
            return copy
        } catch {
            guard error.crossesMounts else { throw error }
            try incoming.unlink(temporary)
            // No way to move without replacing, as on some SMB shares: only creating the name itself keeps the promise.
            let copy = try writer.write(file.source, in: file.target, file.name)
            if let problem = check([copy], wereSynced: false).wait()[0] {
                try? file.target.unlink(file.name)
                throw problem
            }
            return copy
        }
    }
}
