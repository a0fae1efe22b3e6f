import FactoryCore

/// Fetches copies by chance, and sees whether they still are what was copied.
struct RestoreTest: Sendable {
    let shop: BackupWorkshop

    private var target: BackupTarget { shop.settings.target }

    /// Copies that are bad count no more: their assets wait for a backup again, with a failure that says why.
    ///
    /// - Parameter sample: how many copies at most.
    /// - Throws: `TargetObstacle`, `FileError`, `DatabaseError`, `CancellationError`.
    func run(sample: Int) async throws -> RestoreTestFinding {
        try await shop.door.check()
        let statement = BackupsTable.sample(sample, target: target.name)
        let copies = try await shop.database.use {
            try await $0.query(statement) { WantedCopy(try BackupsTable.copy($0)) }
        }
        guard !copies.isEmpty else {
            return RestoreTestFinding(right: 0, bad: [], unclear: 0, bytes: 0, at: shop.clock.now)
        }
        let findings = try await shop.proof.read(copies, CopyLists(copies)).findings
        // A disk that went away meanwhile lost nothing.
        try await shop.door.check()
        let right = copies.filter { findings[$0.path] == .proven }
        let bad = copies.filter { [.different, .missing].contains(findings[$0.path]) }
        try await write(right: right, bad: bad, findings)
        return RestoreTestFinding(
            right: right.count, bad: bad.map(\.path), unclear: copies.count - right.count - bad.count,
            bytes: right.reduce(0) { $0 + $1.size }, at: shop.clock.now)
    }

    private func write(right: [WantedCopy], bad: [WantedCopy], _ findings: ProofList) async throws {
        var statements = [BackupsTable.markTested(right.map(\.asset), target: target.name)]
        if !bad.isEmpty {
            let assets = bad.map(\.asset)
            statements += [
                BackupsTable.markDamaged(assets, target: target.name),
                MediaAssetsTable.forgetBackup(of: assets),
                FailureRecordsTable.note(
                    bad.map { copy in
                        (copy.asset, Self.message(copy, isMissing: findings[copy.path] == .missing))
                    }, of: Backup.stage),
            ]
        }
        try await shop.database.use { [statements] in _ = try await $0.transaction(statements) }
    }

    private static func message(_ copy: WantedCopy, isMissing: Bool) -> String {
        isMissing
            ? "a restore test found that its copy, \(copy.path), is gone from the target: it is copied again"
            : "a restore test found that its copy, \(copy.path), is not what was copied: it is copied again"
    }
}
