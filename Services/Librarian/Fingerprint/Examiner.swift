import FactoryCore

/// A worker that reads files of the inbox: format, completeness, fingerprint, metadata. Runs on a thread of its own.
actor Examiner {
    private let executor = BlockingExecutor(label: "examiner")
    private let reader: ContentReader
    private let inbox: Folder
    private let metadataReader = MetadataReader()
    private let incompleteAfter: Duration
    private let clock: any WallClock
    private let stop: StopSignal
    /// Neighbours in the list are mostly neighbours in a folder.
    private var latestFolder: (path: ArraySlice<[UInt8]>, folder: Folder)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - incompleteAfter: how long after its last change a file that lacks its end is taken as it is.
    ///   - stop: ends the reading of files, however large they are.
    init(
        inbox: Folder, incompleteAfter: Duration, clock: any WallClock, stop: StopSignal
    ) throws(StartupError) {
        self.inbox = inbox
        self.incompleteAfter = incompleteAfter
        self.clock = clock
        self.stop = stop
        reader = try ContentReader()
    }

    func examine(_ files: [StableFile]) -> [Examination] {
        // Since the last time the folder may have been removed, and another one may have got its name.
        latestFolder = nil
        return files.map { file in
            do {
                return try examine(file, in: folder(of: file.path))
            } catch let error as FileError where error.isMissing {
                return settled(file, .vanished)
            } catch {
                return settled(file, .trouble("\(error)"))
            }
        }
    }

    private func settled(_ file: StableFile, _ outcome: FileOutcome) -> Examination {
        .settled(SettledFile(path: file.path, stamp: file.stamp, outcome: outcome))
    }

    private func examine(_ candidate: StableFile, in folder: Folder) throws -> Examination {
        let text = folder.pathText(candidate.path.name)
        let file = try folder.openFile(candidate.path.name)
        let before = try file.stamp(text)
        guard before.isRegularFile else { return settled(candidate, .ignored("not a regular file")) }
        guard before.isSameFile(as: candidate.stamp) else {
            return settled(candidate, .pending("it is still changing"))
        }

        let head = try reader.head(of: file, text)
        guard let format = MediaSniffer.format(of: head) else {
            return settled(candidate, .ignored("neither a photo nor a video"))
        }
        let source = FileByteSource(descriptor: file.descriptor, size: before.size, head: head)
        let completeness = try Completeness.of(source, format: format)
        if case .incomplete(let reason) = completeness, isRecent(before) {
            return settled(candidate, .incomplete(reason))
        }

        guard let (fingerprint, size) = try reader.fingerprint(of: file, text, unless: stop) else {
            return settled(candidate, .pending("the librarian is stopping"))
        }
        let metadata = metadataReader.metadata(
            of: try metadataReader.embedded(in: source, format: format), format: format, name: candidate.path.name,
            modified: before.modified, now: clock.now)
        guard size == before.size, try file.stamp(text).isSameFile(as: before) else {
            return settled(candidate, .pending("it changed while it was read"))
        }
        return .ready(
            PreparedFile(
                path: candidate.path, folder: folder, file: file, stamp: before, fingerprint: fingerprint,
                metadata: metadata, problem: problem(completeness, metadata)))
    }

    /// Whether the rest of an incomplete file may still be on its way.
    private func isRecent(_ stamp: FileStamp) -> Bool {
        clock.now < stamp.changed.adding(incompleteAfter)
    }

    private func problem(_ completeness: Completeness, _ metadata: MediaMetadata) -> String? {
        var sentences: [String] = []
        if case .incomplete(let reason) = completeness { sentences.append(reason) }
        if let problem = metadata.problem { sentences.append(problem) }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private func folder(of path: RelativePath) throws(FileError) -> Folder {
        if let latestFolder, latestFolder.path == path.folders { return latestFolder.folder }
        let folder = try inbox.folder(path.folders)
        latestFolder = (path.folders, folder)
        return folder
    }
}
