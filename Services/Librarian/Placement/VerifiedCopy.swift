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

    /// How much a part has, in bytes, about: enough to make waiting for the disk worth while. Two parts take room beside
    /// their sources, which may lie on the same disk.
    private static let partSize = 64 << 20
    /// Each copy keeps a descriptor until it has its name.
    private static let partCount = 128

    /// A copy, and which of the files it is of.
    private typealias Numbered = (index: Int, copy: CopyCheck.Copy)

    private let incoming: Folder
    /// Whether a sync of all that is beside it makes a copy durable for certain.
    private let syncsEverything: Bool
    private let writer: CopyWriter
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
        syncsEverything = incoming.syncsEverything
        writer = CopyWriter(stop: stop, pulse: pulse)
        self.removal = removal
        (self.stop, self.pulse) = (stop, pulse)
    }

    /// - Parameter files: of different contents, each once.
    /// - Returns: for each file what became of it, or the `FileError` because of which it is still in the inbox.
    func move(_ files: [CrossingFile]) -> [Result<PlacementMove.Result, any Error>] {
        var problems = [(any Error)?](repeating: nil, count: files.count)
        var remarks = [String?](repeating: nil, count: files.count)
        var rest = files.indices
        var durable: [Numbered] = []
        repeat {
            let check = check(durable.map(\.copy), areDurable: syncsEverything)
            let written = write(&rest, of: files, &problems)
            let named = name(durable, of: files, check.wait(), &problems)
            durable = makeDurable(written, named, of: files, &problems)
            for index in named where problems[index] == nil { remarks[index] = removeSource(files[index].source) }
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
        while size < Self.partSize, copies.count < Self.partCount, let index = rest.popFirst() {
            let source = files[index].source
            do {
                let temporary = Self.temporaryName(source)
                // A copy that a crash interrupted: the source is still in the inbox.
                if try incoming.stamp(temporary) != nil { try incoming.unlink(temporary) }
                copies.append((index, try writer.write(source, in: incoming, temporary)))
                size += source.stamp.size
            } catch {
                problems[index] = error
                guard let error = error as? FileError, error.concernsStorage else { continue }
                // A storage that failed is not tried with what might still fit.
                for index in rest { problems[index] = error }
                rest = rest.endIndex..<rest.endIndex
            }
        }
        return copies
    }

    /// Gives good copies their names.
    ///
    /// - Returns: the numbers of their files.
    private func name(
        _ copies: [Numbered], of files: [CrossingFile], _ found: [(any Error)?], _ problems: inout [(any Error)?]
    ) -> [Int] {
        var named: [Int] = []
        for ((index, copy), problem) in zip(copies, found) {
            do {
                if let problem { throw problem }
                try finish(files[index], copy)
                named.append(index)
            } catch {
                giveUp(copy, of: index, because: error, &problems)
            }
        }
        return named
    }

    /// What was written, and the names of what was read back, with the folders that were made for them.
    ///
    /// - Returns: the copies that are durable.
    private func makeDurable(
        _ written: [Numbered], _ named: [Int], of files: [CrossingFile], _ problems: inout [(any Error)?]
    ) -> [Numbered] {
        var synced: [UInt64: Result<Void, FileError>] = [:]
        for index in named {
            do throws(FileError) { try sync(files[index].target, &synced) } catch { problems[index] = error }
        }
        guard !written.isEmpty else { return [] }
        do throws(FileError) {
            try sync(incoming, &synced)
            return written
        } catch {
            for (index, copy) in written { giveUp(copy, of: index, because: error, &problems) }
            return []
        }
    }

    private func giveUp(
        _ copy: CopyCheck.Copy, of index: Int, because problem: any Error, _ problems: inout [(any Error)?]
    ) {
        problems[index] = problem
        try? incoming.unlink(Self.temporaryName(copy.source))
    }

    private func check(_ copies: [CopyCheck.Copy], areDurable: Bool) -> CopyCheck {
        CopyCheck(copies, areDurable: areDurable, stop: stop, pulse: pulse)
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

    private static func temporaryName(_ source: SourceFile) -> [UInt8] { Array(source.fingerprint.hex.utf8) }

    private func finish(_ file: CrossingFile, _ copy: CopyCheck.Copy) throws {
        let temporary = Self.temporaryName(copy.source)
        do throws(FileError) {
            try incoming.move(temporary, to: file.target, as: file.name)
        } catch {
            guard error.crossesMounts else { throw error }
            try incoming.unlink(temporary)
            // No way to move without replacing, as on some SMB shares: only creating the name itself keeps the promise.
            let copy = try writer.write(file.source, in: file.target, file.name)
            if let problem = check([copy], areDurable: false).wait()[0] {
                try? file.target.unlink(file.name)
                throw problem
            }
        }
    }
}
