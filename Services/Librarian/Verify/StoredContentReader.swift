import FactoryCore

/// A worker that reads stored files again, from the disk. Runs on a thread of its own.
actor StoredContentReader {
    private let executor = BlockingExecutor(label: "verifier")
    private let reader: ContentReader
    private let stop: StopSignal

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - throttle: how fast to read at most; nil for as fast as it goes.
    ///   - stop: gives up reading, however large the file is.
    init(throttle: Throttle?, stop: StopSignal) throws(StartupError) {
        reader = try ContentReader(throttle: throttle)
        self.stop = stop
    }

    /// - Throws: `Stopped`.
    func read(_ path: RelativePath, below root: Folder) throws -> StoredContent {
        do {
            let folder = try root.folder(path.folders)
            return try read(try folder.openFile(path.name), folder.pathText(path.name))
        } catch let error as FileError {
            return error.isMissing ? .nothing : .unreadable("\(error)")
        }
    }

    private func read(_ file: OpenFile, _ path: String) throws -> StoredContent {
        guard try file.stamp(path).isRegularFile else { return .unreadable("it is no regular file") }
        guard let (fingerprint, size) = try reader.fingerprintOnDisk(of: file, path, unless: stop) else {
            throw Stopped()
        }
        return .content(fingerprint, size: size)
    }
}
