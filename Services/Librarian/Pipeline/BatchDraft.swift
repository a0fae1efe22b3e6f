import FactoryCore

/// What has been decided of a batch so far.
struct BatchDraft {
    var steps: [BatchStep] = []
    var plan: PlacementPlan
    /// The contents that had their turn, and in which order.
    private var contents: Set<Fingerprint> = []
    private var turns: [Fingerprint] = []
    /// Originals that were read again and are whole.
    var whole: [Fingerprint: (path: OriginalPath, stamp: FileStamp)] = [:]
    /// What became of contents that cannot be dealt with now: their other copies fare alike.
    private(set) var fates: [Fingerprint: FileOutcome] = [:]
    /// Whether other originals were looked for since one was missing.
    var hasLookedAtSample = false
    /// What waits for the next batch.
    var deferred: [PreparedGroup] = []
    var report: BatchReport

    /// - Parameter capacity: about how many files the batch has.
    init(report: BatchReport, capacity: Int = 0) {
        self.report = report
        plan = PlacementPlan(capacity: capacity)
        steps.reserveCapacity(capacity)
        contents.reserveCapacity(capacity)
    }

    /// How far the decisions had got.
    struct Mark {
        fileprivate let steps, deferred, settled, turns: Int
        fileprivate let places: Int
    }

    /// A copy of the draft would do as well, and cost as much for each group as all groups before it.
    var mark: Mark {
        Mark(
            steps: steps.count, deferred: deferred.count, settled: report.settled.count, turns: turns.count,
            places: plan.count)
    }

    /// Takes back what was decided since.
    mutating func undo(to mark: Mark) {
        steps.removeSubrange(mark.steps...)
        deferred.removeSubrange(mark.deferred...)
        report.keep(mark.settled)
        plan.keep(mark.places)
        for content in turns[mark.turns...] {
            contents.remove(content)
            (whole[content], fates[content]) = (nil, nil)
        }
        turns.removeSubrange(mark.turns...)
    }

    /// Whether it is the content's first turn.
    mutating func begin(_ content: Fingerprint) -> Bool {
        guard contents.insert(content).inserted else { return false }
        turns.append(content)
        return true
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
