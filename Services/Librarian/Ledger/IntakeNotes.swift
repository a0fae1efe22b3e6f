import FactoryCore

/// Says which files that were left in the inbox are worth a row, so that a person can find out why.
struct IntakeNotes: Sendable {
    /// Absolute.
    let inboxPath: String
    let clock: any WallClock

    /// Files that were read and are no photos; what is ignored by its name alone needs no explanation.
    func records(of files: [SettledFile]) -> [IntakeRecord] {
        files.compactMap { file in
            guard case .ignored(let reason) = file.outcome, let stamp = file.stamp else { return nil }
            return IntakeRecord(
                outcome: .ignored, originalPath: "\(inboxPath)/\(file.path.text)",
                originalName: FileName.text(file.path.name), size: stamp.size, fingerprint: nil, storedPath: nil,
                reason: reason, time: clock.now)
        }
    }
}
