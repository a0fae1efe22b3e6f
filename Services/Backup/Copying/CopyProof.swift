import FactoryCore

/// Reads copies back.
struct CopyProof: Sendable {
    let target: BackupTarget
    let rclone: Rclone
    private let disk: LocalDisk?

    init(target: BackupTarget, rclone: Rclone) {
        (self.target, self.rclone) = (target, rclone)
        disk = target.folder.map { LocalDisk(folder: $0) }
    }

    /// Reads copies from the target, all of their bytes, and compares them with what the ledger says.
    ///
    /// - Parameter lists: about these copies.
    /// - Throws: `FileError`, `TargetObstacle`, `CancellationError`.
    func read(_ copies: [WantedCopy], _ lists: CopyLists) async throws -> (findings: ProofList, run: ProgramOutput) {
        try await disk?.settle(copies.map(\.path))
        let run = try await rclone.run(.prove(sums: lists.sums, list: lists.names, at: target.originals))
        return (ProofList(run.output), run)
    }
}
