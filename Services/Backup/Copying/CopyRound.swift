import FactoryCore

/// Copies a few originals at once and reads the copies back. What is on the target already is never written over: what is not
/// what it should be is set aside there first, and only for an original that is what the ledger says.
struct CopyRound: Sendable {
    let target: BackupTarget
    let originals: String
    let rclone: Rclone
    let proof: CopyProof
    let reader: OriginalReader
    let database: Database
    let clock: any WallClock

    /// - Returns: what became of each, by its asset. A copy counts only when it was read back.
    /// - Throws: what concerns all of them: `TargetObstacle`, `FileError`, `DatabaseError`, `CancellationError`.
    func run(_ copies: [WantedCopy]) async throws -> [String: Result<ProvenCopy, WorkFailure>] {
        guard !copies.isEmpty else { return [:] }
        let lists = try CopyLists(copies)
        let copying = try await rclone.run(.copy(list: lists.names, from: originals, to: target.originals))
        let copiedAt = clock.now
        let (findings, reading) = try await proof.read(copies, lists)
        var results: [String: Result<ProvenCopy, WorkFailure>] = [:]
        var displaced: [WantedCopy] = []
        for copy in copies {
            let finding = findings[copy.path]
            if finding == .proven {
                results[copy.asset] = .success(proven(copy, copiedAt))
            } else if let fault = try await fault(of: copy) {
                results[copy.asset] = .failure(fault)
            } else if finding == .different {
                displaced.append(copy)
            } else {
                results[copy.asset] = .failure(failure(copy, copying, reading, isThere: false))
            }
        }
        results.merge(try await replace(displaced)) { $1 }
        return results
    }

    /// Copies anew what is something else on the target, which is kept aside there.
    private func replace(_ copies: [WantedCopy]) async throws -> [String: Result<ProvenCopy, WorkFailure>] {
        guard !copies.isEmpty else { return [:] }
        var results: [String: Result<ProvenCopy, WorkFailure>] = [:]
        let rivals = try await rivals(of: copies)
        for copy in copies where rivals.contains(copy.path) {
            results[copy.asset] = .failure(
                WorkFailure(
                    "on the target its name, \(copy.path), is that of another original's copy", isPassing: false))
        }
        let free = copies.filter { results[$0.asset] == nil }
        guard !free.isEmpty else { return results }
        let lists = try CopyLists(free)
        let aside = target.place("\(BackupTarget.replaced)/\(AsideName.text(clock.now))")
        let copying = try await rclone.run(
            .replace(list: lists.names, from: originals, to: target.originals, keeping: aside))
        let copiedAt = clock.now
        let (findings, reading) = try await proof.read(free, lists)
        for copy in free {
            let isThere = findings[copy.path] == .different
            results[copy.asset] =
                findings[copy.path] == .proven
                ? .success(proven(copy, copiedAt)) : .failure(failure(copy, copying, reading, isThere: isThere))
        }
        return results
    }

    private func rivals(of copies: [WantedCopy]) async throws -> Set<String> {
        let statement = BackupsTable.rivals(
            of: copies.map(\.asset), paths: copies.map(\.path), target: target.name)
        return Set(try await database.use { try await $0.query(statement) { try $0.string(0) } })
    }

    /// What is wrong with the original itself; nil for nothing.
    private func fault(of copy: WantedCopy) async throws -> WorkFailure? {
        do {
            guard let found = try await reader.fingerprint(of: copy.path) else {
                return WorkFailure("the original is missing: there is no \(copy.path) in Originals")
            }
            guard found != copy.fingerprint else { return nil }
            return WorkFailure(
                "the original is damaged: its bytes are not those of the ledger's hash, so it is not copied over anything"
            )
        } catch let error as FileError {
            return WorkFailure("the original cannot be read: \(error)")
        }
    }

    private func proven(_ copy: WantedCopy, _ copiedAt: Timestamp) -> ProvenCopy {
        ProvenCopy(
            asset: copy.asset, path: copy.path, fingerprint: copy.fingerprint, size: copy.size, copiedAt: copiedAt,
            verifiedAt: clock.now)
    }

    private func failure(
        _ copy: WantedCopy, _ copying: ProgramOutput, _ reading: ProgramOutput, isThere: Bool
    ) -> WorkFailure {
        if isThere { return WorkFailure("what was read back from the target is not what was copied there") }
        let about = RcloneErrors.reason(copying, about: copy.path) ?? RcloneErrors.reason(reading, about: copy.path)
        let reason = about ?? RcloneErrors.reason(copying.exitCode == 0 ? reading : copying)
        return WorkFailure("the copy could not be read back: \(reason)")
    }
}
