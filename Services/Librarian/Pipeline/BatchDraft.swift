import FactoryCore

/// What has been decided of a batch so far.
struct BatchDraft {
    var steps: [BatchStep] = []
    var plan = PlacementPlan()
    /// The contents that had their turn.
    var contents: Set<Fingerprint> = []
    /// Originals that were read again and are whole.
    var whole: [Fingerprint: (path: OriginalPath, stamp: FileStamp)] = [:]
    /// What became of contents that cannot be dealt with now: their other copies fare alike.
    private(set) var fates: [Fingerprint: FileOutcome] = [:]
    /// Whether other originals were looked for since one was missing.
    var hasLookedAtSample = false
    /// What waits for the next batch.
    var deferred: [PreparedGroup] = []
    var report: BatchReport

    init(report: BatchReport) {
        self.report = report
    }

    /// Leaves the file, and all other copies of it in the batch, for this reason.
    mutating func end(_ file: PreparedFile, _ outcome: FileOutcome) {
        fates[file.fingerprint] = outcome
        report.add(file, outcome)
    }

    /// The file's content was just read again at the place of its original.
    mutating func remove(_ file: PreparedFile, stored: OriginalPath) {
        // Nothing is ever deleted from the quarantine.
        guard !file.isInQuarantine else { return report.add(file, .duplicate) }
        steps.append(.remove(file, stored: stored, reason: "its content is stored already"))
    }
}
