import FactoryCore

/// What has been decided of a batch so far.
struct BatchDraft {
    var steps: [BatchStep] = []
    var plan = PlacementPlan()
    /// The contents that had their turn.
    var contents: Set<Fingerprint> = []
    /// Originals that were read again and are whole.
    var whole: [Fingerprint: (path: OriginalPath, stamp: FileStamp)] = [:]
    var report: BatchReport

    init(report: BatchReport) {
        self.report = report
    }

    /// The file's content was just read again at the place of its original.
    mutating func remove(_ file: PreparedFile, stored: OriginalPath) {
        // Nothing is ever deleted from the quarantine.
        guard !file.isInQuarantine else { return report.add(file, .duplicate) }
        steps.append(.remove(file, stored: stored, reason: "its content is stored already"))
    }
}
