import FactoryCore

/// Makes sure, each time before it is used, that the target is the one that is meant.
struct TargetDoor: Sendable {
    let target: BackupTarget
    let rclone: Rclone
    let database: Database

    /// - Throws: `TargetObstacle`, `DatabaseError`, `CancellationError`.
    func check() async throws {
        if let folder = target.folder {
            do {
                _ = try Folder.open(folder)
            } catch {
                throw TargetObstacle("the target is not there: \(error)")
            }
        }
        let found = try await mark()
        let own = try await database.use { try await $0.query(VaultTable.find) { try VaultTable.id($0) } }.first
        let isKnown =
            try await database.use { [target] in
                try await $0.query(BackupsTable.isKnown(target.name)) { try $0.bool(0) }
            }.first == true
        switch TargetRules.verdict(of: target, found: found, own: own, isKnown: isKnown) {
        case .fit: return
        case .refused(let reason): throw TargetObstacle(reason)
        case .new:
            guard let own else { return }
            try await write(own)
        }
    }

    private func write(_ id: VaultID) async throws {
        let files = try WorkFolder()
        let file = try files.write(
            Array("\(id.hex)\nCopies of this Photo Factory. The line above says whose they are.\n".utf8), to: "mark")
        let run = try await rclone.run(.carry(file: file, to: target.place(BackupTarget.mark)))
        guard run.exitCode == 0 else { throw TargetObstacle("cannot mark the target: \(RcloneErrors.reason(run))") }
        guard try await mark() == id.hex else {
            throw TargetObstacle("what was written to the target cannot be read back")
        }
    }

    /// The first line of the target's file; nil where there is none. Somebody else's storage has empty folders everywhere, and
    /// answers nothing instead of an error.
    private func mark() async throws -> String? {
        let run = try await rclone.run(.show(target.place(BackupTarget.mark)))
        if RcloneErrors.saysMissing(run) || run.exitCode == 0 && run.output.isEmpty { return nil }
        guard run.exitCode == 0 else {
            throw TargetObstacle("the target \(target.name) cannot be reached: \(RcloneErrors.reason(run))")
        }
        return String(decoding: run.output.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    }
}
