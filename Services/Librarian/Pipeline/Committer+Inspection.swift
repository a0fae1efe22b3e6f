import FactoryCore

/// Finding out from the disk what became of intents without an outcome.
extension Committer {
    /// - Throws: `FileError` or `Unclear` when the disk cannot tell, `Stopped`, `DatabaseError`.
    func ending(of event: JournalEvent) async throws -> StepEnding {
        switch event {
        case .intent(let intent):
            try await ending(intent.to, intent.fingerprint, size: intent.size, moves: intent.purpose.moves)
        case .sidecar(let intent):
            try await ending(intent.to, intent.fingerprint, size: intent.size, moves: true)
        case .removal(let intent): try ending(of: intent)
        case .quarantine(let intent): try ending(of: intent)
        case .outcome: .unclear
        }
    }

    private static let cutOff = StepEnding.withdrawn("a run was cut off before it was done")

    private func ending(
        _ place: String, _ fingerprint: Fingerprint, size: Int, moves: Bool
    ) async throws -> StepEnding {
        guard let path = OriginalPath(text: place) else { return Self.cutOff }
        switch inspection.look(at: path, for: fingerprint, reader: reader) {
        case .whole: return .done(remark: nil)
        case .missing: return Self.cutOff
        case .differs(let displaced):
            if moves { try await clearAway(displaced, of: size) }
            return Self.cutOff
        case .unknown(let reason): throw Unclear(reason: reason)
        case .stopped: throw Stopped()
        }
    }

    /// Where a file system knows neither moves without replacing nor links, copies are made under their last name. One
    /// that was cut off must not stand among the originals. It is told by its mode, which a whole copy does not have.
    private func clearAway(_ displaced: DisplacedFile, of size: Int) async throws {
        guard displaced.stamp.isUnsealedCopy, displaced.stamp.size <= size else { return }
        let file = DisplacedFile(
            place: displaced.place, path: displaced.path, fingerprint: displaced.fingerprint, stamp: displaced.stamp,
            cause: .unfinished)
        guard let exile = try await exile(of: file) else { return }
        try carryOut([.evict(file, to: exile)])
    }

    /// A copy in the inbox that is still under its name, or beside it, will be met again. One in Originals will not.
    private func ending(of intent: RemovalIntent) throws -> StepEnding {
        guard let components = JournaledPath.components(intent.from, bytes: intent.fromBytes),
            let name = components.last
        else { return Self.cutOff }
        do {
            let folder = try Folder.open("/").folder(components.dropLast())
            guard try folder.stamp(name) == nil else { return Self.cutOff }
            if let place = Originals.path(ofLedger: intent.from) {
                guard try finishRemoval(intent, in: originals.folder(of: place)) else {
                    throw Unclear(reason: "a copy is left beside \(intent.from), and its original cannot be read")
                }
            } else {
                // Left as it is, it would be met under the name that it has between: a sidecar would be taken for another.
                _ = try finishRemoval(intent, in: folder)
            }
            return .done(remark: nil)
        } catch let error as FileError where error.isMissing {
            return .done(remark: nil)
        }
    }

    /// Removes what was moved aside to be removed, provided that the original is still whole.
    ///
    /// - Returns: false when it is not, and something may be left.
    private func finishRemoval(_ intent: RemovalIntent, in folder: Folder) throws -> Bool {
        guard try folder.stamp(Array(SourceRemoval.folderName.utf8)) != nil else { return true }
        let aside = try folder.folder(Array(SourceRemoval.folderName.utf8))
        guard let stored = OriginalPath(text: intent.stored),
            case .whole = inspection.look(at: stored, for: intent.fingerprint, reader: reader)
        else { return false }
        let listing = try FolderListing(aside)
        var names: [[UInt8]] = []
        while let name = try listing.next() { names.append(name) }
        for name in names {
            let file = try aside.openFile(name)
            guard let (fingerprint, _) = try reader.fingerprint(of: file, aside.pathText(name), unless: stop) else {
                throw Stopped()
            }
            if fingerprint == intent.fingerprint { try aside.unlink(name) }
        }
        folder.removeEmptyFolder(SourceRemoval.folderName)
        return true
    }

    private func ending(of intent: QuarantineIntent) throws -> StepEnding {
        guard let path = QuarantinePath(text: intent.to), let file = try quarantine.open(path) else {
            return Self.cutOff
        }
        guard let (fingerprint, _) = try reader.fingerprint(of: file, intent.to, unless: stop) else { throw Stopped() }
        guard fingerprint == intent.fingerprint else { return Self.cutOff }
        if let place = Originals.path(ofLedger: intent.from) {
            try removeOtherNames(of: file.stamp(intent.to), at: place)
        }
        return .done(remark: nil)
    }

    /// Where a move is a second name and the removal of the first, the first may be left, or the one that it has between.
    private func removeOtherNames(of stamp: FileStamp, at place: OriginalPath) throws {
        let folder = try originals.folder(of: place)
        let listing = try FolderListing(folder)
        var names: [[UInt8]] = []
        while let name = try listing.next() {
            if name == Array(place.name.utf8) || name.starts(with: NoReplaceMove.asidePrefix.utf8) {
                names.append(name)
            }
        }
        for name in names {
            // With fewer names than two it would be the file itself.
            guard let now = try folder.stamp(name), now.isSameInode(as: stamp), now.links > 1 else { continue }
            _ = try removal.remove(name, in: folder, stamp: now)
        }
        removal.finish()
    }
}
