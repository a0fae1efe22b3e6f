import FactoryCore

/// A worker that reads files of the inbox: format, completeness, metadata, company, fingerprint. Runs on a thread of its
/// own.
actor Examiner {
    /// What a worker needs to know.
    struct Setting: Sendable {
        var inbox: Folder
        let metadataReader: MetadataReader
        /// Asked about the files that no reader of ours reads; nil for never. Shared by all workers.
        var exifTool: ExifTool?
        /// How long after its last change a file that lacks its end is taken as it is.
        let incompleteAfter: Duration
        /// How long after its last change a file goes without the company that it announces.
        var groupAfter: Duration = .zero
        let clock: any WallClock
        /// Ends the reading of files, however large they are.
        let stop: StopSignal
        /// Beats while a file is read.
        var pulse: WorkPulse?
    }

    private enum Opening {
        case opened(OpenedFile)
        /// Nothing is left to do with it; the others of its group go without it.
        case settled(FileOutcome)
        /// It is not there as a whole yet; the others of its group wait for it.
        case unfinished(FileOutcome)
    }

    private let executor = BlockingExecutor(label: "examiner")
    private let reader: ContentReader
    private let setting: Setting
    /// Neighbours in the list are mostly neighbours in a folder.
    private var latestFolder: (path: ArraySlice<[UInt8]>, folder: Folder)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ setting: Setting) throws(StartupError) {
        self.setting = setting
        reader = try ContentReader(pulse: setting.pulse)
    }

    /// Reads each file as one that stands alone; answers in their order.
    func examine(_ files: [StableFile]) -> [Examination] {
        examine(files.map { StableGroup([$0]) })
    }

    func examine(_ groups: [StableGroup]) -> [Examination] {
        beginPortion()
        return groups.flatMap(examine)
    }

    /// Forgets the folder: since the last time it may have been removed, and another one may have got its name.
    func beginPortion() {
        latestFolder = nil
    }

    private func examine(_ group: StableGroup) -> [Examination] {
        var files: [OpenedFile] = []
        var settled: [Examination] = []
        var unfinished: String?
        for file in group.files {
            switch open(file) {
            case .opened(let opened): files.append(opened)
            case .settled(let outcome): settled.append(Self.settled(file, outcome))
            case .unfinished(let outcome):
                settled.append(Self.settled(file, outcome))
                unfinished = unfinished ?? FileName.text(file.path.name)
            }
        }
        if let unfinished, files.contains(where: { isRecent($0.stamp, setting.groupAfter) }) {
            return settled + Self.settled(files, .pending("it waits for \(unfinished), which belongs to it"))
        }
        let draft = GroupDraft(files, reader: setting.metadataReader, now: setting.clock.now)
        return settled + draft.groups.flatMap { prepare($0, of: draft, files) }
    }

    private static func settled(_ file: StableFile, _ outcome: FileOutcome) -> Examination {
        .settled(SettledFile(path: file.path, stamp: file.stamp, outcome: outcome))
    }

    private static func settled(_ files: [OpenedFile], _ outcome: FileOutcome) -> [Examination] {
        files.map { settled($0.candidate, outcome) }
    }

    private func open(_ file: StableFile) -> Opening {
        do {
            return try open(file, in: folder(of: file.path))
        } catch let error as FileError where error.isMissing {
            return .settled(.vanished)
        } catch {
            return .settled(.trouble("\(error)"))
        }
    }

    private func open(_ candidate: StableFile, in folder: Folder) throws -> Opening {
        let text = folder.pathText(candidate.path.name)
        let file = try folder.openFile(candidate.path.name)
        let stamp = try file.stamp(text)
        guard stamp.isRegularFile else { return .settled(.ignored("not a regular file")) }
        guard stamp.isSameFile(as: candidate.stamp) else { return .unfinished(.pending("it is still changing")) }

        let head = try reader.head(of: file, text)
        let source = FileByteSource(descriptor: file.descriptor, size: stamp.size, head: head.bytes)
        func opened(_ content: OpenedFile.Content) -> Opening {
            .opened(
                OpenedFile(
                    candidate: candidate, folder: folder, file: file, stamp: stamp, head: head.number, inboxPath: text,
                    content: content))
        }
        guard let format = MediaSniffer.format(of: head.bytes) else {
            let sidecar = try SidecarReader.read(source, name: candidate.path.name)
            guard let sidecar else { return .settled(.ignored("neither a photo nor a video")) }
            return opened(.sidecar(sidecar.kind, sidecar.facts))
        }
        let completeness = try Completeness.of(source, format: format)
        if case .incomplete(let reason) = completeness, isRecent(stamp, setting.incompleteAfter) {
            return .unfinished(.incomplete(reason))
        }
        var embedded = try setting.metadataReader.embedded(in: source, format: format)
        if ExifToolRules.isNeeded(for: format, embedded),
            let more = setting.exifTool?.metadata(ofFileOpenAs: file.descriptor, kind: format.kind)
        {
            embedded.fillGaps(fromFallback: more)
        }
        if case .incomplete(let reason) = completeness { embedded.incompleteness = reason }
        return opened(.media(format, embedded))
    }

    /// Whether something that is missing may still be on its way. A change far in the future, from a clock that was
    /// wrong, says nothing.
    private func isRecent(_ stamp: FileStamp, _ patience: Duration) -> Bool {
        let now = setting.clock.now
        return now < stamp.changed.adding(patience) && stamp.changed <= now.adding(patience)
    }

    private func prepare(_ group: GroupDraft.Group, of draft: GroupDraft, _ all: [OpenedFile]) -> [Examination] {
        let files = (group.media + group.sidecars).map { all[$0] }
        if let reason = missingCompany(of: group, draft),
            files.contains(where: { isRecent($0.stamp, setting.groupAfter) })
        {
            return Self.settled(files, .awaiting(reason))
        }
        do {
            var prepared = PreparedGroup(media: [], sidecars: [])
            for index in group.media {
                guard let metadata = draft.metadata[index] else { continue }
                let file = try prepare(all[index], metadata)
                prepared.media.append(prepared.media.first.map { SharedCapture.member(file, of: $0) } ?? file)
            }
            for index in group.sidecars {
                prepared.sidecars.append(try prepare(all[index], day: draft.day(of: index)))
            }
            return [.ready(prepared)]
        } catch let error as HoldUp {
            return Self.settled(files, error.outcome)
        } catch {
            return Self.settled(files, .trouble("\(error)"))
        }
    }

    /// What a group announces and does not have.
    private func missingCompany(of group: GroupDraft.Group, _ draft: GroupDraft) -> String? {
        guard let leader = group.media.first else { return "it waits for the photo that it belongs to" }
        guard group.media.count == 1, let metadata = draft.metadata[leader], metadata.contentIdentifier != nil else {
            return nil
        }
        return "it waits for the \(metadata.format.kind == .photo ? "video" : "picture") of its Live Photo"
    }

    private func prepare(_ file: OpenedFile, _ metadata: MediaMetadata) throws -> PreparedFile {
        PreparedFile(
            path: file.candidate.path, folder: file.folder, file: file.file, stamp: file.stamp,
            fingerprint: try fingerprint(of: file), metadata: metadata, problem: metadata.problem,
            inboxPath: file.inboxPath)
    }

    private func prepare(_ file: OpenedFile, day: CivilDay) throws -> PreparedSidecar {
        guard case .sidecar(let kind, let facts) = file.content else {
            throw HoldUp(outcome: .trouble("\(file.name) is no sidecar"))
        }
        // What was cut from the sidecar's name stands in it.
        let title = facts.takeout?.title.map { TakeoutName.keys(ofMedia: $0) } ?? []
        return PreparedSidecar(
            path: file.candidate.path, folder: file.folder, file: file.file, stamp: file.stamp,
            fingerprint: try fingerprint(of: file), kind: kind,
            owners: title + (SidecarName(file.candidate.path.name)?.keys ?? []),
            day: day)
    }

    /// Reads the whole file.
    private func fingerprint(of file: OpenedFile) throws -> Fingerprint {
        let path = file.inboxPath
        let read = try reader.fingerprint(
            of: file.file, path, head: file.head, expected: file.stamp.size, unless: setting.stop)
        guard let (fingerprint, size) = read else { throw HoldUp(outcome: .pending("the librarian is stopping")) }
        guard size == file.stamp.size, try file.file.stamp(path).isSameFile(as: file.stamp) else {
            throw HoldUp(outcome: .pending("it changed while it was read"))
        }
        return fingerprint
    }

    private func folder(of path: RelativePath) throws(FileError) -> Folder {
        if let latestFolder, latestFolder.path == path.folders { return latestFolder.folder }
        let folder = try setting.inbox.folder(path.folders)
        latestFolder = (path.folders, folder)
        return folder
    }
}
