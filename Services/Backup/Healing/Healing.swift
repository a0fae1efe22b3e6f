import FactoryCore
import Glibc

/// Brings the right bytes of damaged or missing originals from the target into `Storage/Healing`. Originals is the librarian's
/// alone: it takes them from there.
struct Healing: Sendable {
    let shop: BackupWorkshop

    private var target: BackupTarget { shop.settings.target }

    /// - Parameter asked: hashes of the ledger, or places of originals.
    /// - Throws: `DatabaseError`, `CancellationError`; what concerns one of them is in the report.
    func run(_ asked: [String]) async throws -> HealReport {
        var report = HealReport()
        for text in asked { report.entries.append(try await heal(text)) }
        return report
    }

    private func heal(_ asked: String) async throws -> HealReport.Entry {
        guard let copy = try await copy(of: asked) else { return HealReport.Entry(asked: asked, result: .unknown) }
        do {
            if try await isIntact(copy) { return HealReport.Entry(asked: asked, result: .intact) }
            return HealReport.Entry(asked: asked, result: .fetched, file: try await fetch(copy))
        } catch let error where error is FileError || error is TargetObstacle || error is StartupError {
            return HealReport.Entry(asked: asked, result: .failed, reason: "\(error)")
        }
    }

    private func copy(of asked: String) async throws -> ProvenCopy? {
        let (hashes, paths): ([String], [String]) =
            switch HealRequest(asked) {
            case .hash(let hash): ([hash.hex], [])
            case .path(let path): ([], [path])
            case nil: ([], [])
            }
        let statement = BackupsTable.find(hashes: hashes, paths: paths, target: target.name)
        return try await shop.database.use { try await $0.query(statement) { try BackupsTable.copy($0) } }.first
    }

    /// An original that cannot be read to its end is damaged as well.
    private func isIntact(_ copy: ProvenCopy) async throws -> Bool {
        do {
            return try await shop.reader.fingerprint(of: copy.path) == copy.fingerprint
        } catch let error as FileError where error.code == EIO {
            return false
        }
    }

    /// - Returns: the file's path. It has its name only once its bytes were compared on the disk.
    private func fetch(_ copy: ProvenCopy) async throws -> String {
        let healing = try Folder.open(shop.storage).makeFolder(HealingFolder.name)
        let name = HealedName.text(copy)
        let temporary = ".\(copy.fingerprint.hex).fetching"
        try removeIfThere(temporary, in: healing)
        let run = try await shop.rclone.run(
            .fetch(target.place("\(BackupTarget.originals)/\(copy.path)"), to: "\(healing.path)/\(temporary)"))
        guard run.exitCode == 0 else { throw TargetObstacle("cannot be fetched: \(RcloneErrors.reason(run))") }
        let file = try healing.openFile(Array(temporary.utf8))
        try file.sync(healing.path)
        let reader = OriginalReader(originals: healing.path, stop: shop.stop)
        guard try await reader.fingerprint(of: temporary) == copy.fingerprint else {
            try removeIfThere(temporary, in: healing)
            throw TargetObstacle("the copy on the target is damaged too: run `backup restore-test`")
        }
        try removeIfThere(name, in: healing)
        try healing.move(Array(temporary.utf8), to: healing, as: Array(name.utf8))
        try healing.file.sync(healing.path)
        return "\(healing.path)/\(name)"
    }

    private func removeIfThere(_ name: String, in folder: Folder) throws(FileError) {
        if try folder.stamp(Array(name.utf8)) != nil { try folder.unlink(Array(name.utf8)) }
    }
}
