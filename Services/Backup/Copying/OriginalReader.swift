import FactoryCore
import Glibc

/// Reads originals again, from the disk. Runs on a thread of its own.
actor OriginalReader {
    private static let blockSize = 1 << 18

    private let executor = BlockingExecutor(label: "originals")
    private let originals: String
    private let stop: StopSignal

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - originals: the folder's absolute path.
    ///   - stop: gives up reading, however large a file is.
    init(originals: String, stop: StopSignal) {
        (self.originals, self.stop) = (originals, stop)
    }

    /// - Returns: nil for a file that is not there.
    /// - Throws: `FileError`, `StartupError`, `CancellationError` when it was stopped.
    func fingerprint(of path: String) throws -> Fingerprint? {
        guard let path = RelativePath(components: FileName.parts(ofPath: path).map { Array($0.utf8) }) else {
            return nil
        }
        do {
            let folder = try Folder.open(originals).folder(path.folders)
            return try fingerprint(of: try folder.openFile(path.name), folder.pathText(path.name))
        } catch let error as FileError where error.isMissing {
            // A Storage that is not there is another thing.
            _ = try Folder.open(originals)
            return nil
        }
    }

    private func fingerprint(of file: OpenFile, _ path: String) throws -> Fingerprint {
        guard try file.stamp(path).isRegularFile else { throw FileError("read", path, code: EINVAL) }
        let hash = try SHA256()
        // What memory holds of a file may be right where the disk is not.
        file.forget()
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        while true {
            guard !stop.isSet else { throw CancellationError() }
            let count = read(file.descriptor, &block, block.count)
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw FileError("read", path)
            }
            block.withUnsafeBytes { hash.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        file.forget()
        return hash.finish()
    }
}
