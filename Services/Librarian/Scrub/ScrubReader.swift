import FactoryCore

/// Reads files again, past what the kernel remembers of them, no faster than it may. Works on a thread of its own.
actor ScrubReader {
    /// So many files of the same name and size are read at most to find one that was moved.
    private static let searchLimit = 8

    private let executor = BlockingExecutor(label: "scrub")
    private let reader: ContentReader
    private let stop: StopSignal

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(throttle: Throttle?, stop: StopSignal) throws(StartupError) {
        reader = try ContentReader(throttle: throttle)
        self.stop = stop
    }

    /// What stands at a place.
    ///
    /// - Throws: `Stopped`.
    func look(at path: RelativePath, below root: Folder) throws -> ScrubSight {
        do {
            let folder = try root.folder(path.folders)
            return try read(folder.openFile(path.name), folder.pathText(path.name))
        } catch let error as FileError {
            return error.isMissing ? .nothing : .unreadable("\(error)")
        }
    }

    /// Where a file stands that is not at its place: under its own name in a folder beside its own, as in another day of
    /// the same year. Cheap: only what has the right size is read.
    ///
    /// - Returns: nil when it is not found so; it may be anywhere else.
    /// - Throws: `Stopped`.
    func search(for row: RecordedOriginal, missingAt path: RelativePath, below root: Folder) throws -> String? {
        guard let expected = row.fingerprint, !path.folders.isEmpty else { return nil }
        var read = 0
        do {
            let year = try root.folder(path.folders.dropLast())
            let listing = try FolderListing(year)
            while read < Self.searchLimit, let name = try listing.next() {
                guard !stop.isSet else { throw Stopped() }
                guard let day = try? year.folder(name), let stamp = try? day.stamp(path.name), stamp.isRegularFile,
                    stamp.size == row.size, let file = try? day.openFile(path.name)
                else { continue }
                read += 1
                let text = day.pathText(path.name)
                if case .file(let seen)? = try? self.read(file, text), seen.fingerprint == expected { return text }
            }
        } catch is FileError {
            return nil
        }
        return nil
    }

    private func read(_ file: OpenFile, _ path: String) throws -> ScrubSight {
        guard try file.stamp(path).isRegularFile else { return .unreadable("\(path) is no regular file") }
        guard let (fingerprint, size) = try reader.fingerprintOnDisk(of: file, path, unless: stop) else {
            throw Stopped()
        }
        // Afterwards: whoever wrote meanwhile has changed its time by now.
        return .file(SeenFile(fingerprint: fingerprint, size: size, modified: try file.stamp(path).modified))
    }
}
