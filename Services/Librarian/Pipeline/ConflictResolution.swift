import FactoryCore

/// What follows from contents of which two files exist and one row.
struct ConflictResolution {
    private(set) var steps: [BatchStep] = []
    /// Entries whose row has to name their place.
    private(set) var relocated: [LedgerEntry] = []
    /// Entries whose file is a copy, and where it stands.
    private(set) var removed: [(entry: LedgerEntry, path: OriginalPath)] = []
    /// Where contents are at home from now on.
    private(set) var homes: [Fingerprint: OriginalPath] = [:]

    mutating func remove(_ copy: DisplacedFile, stored: OriginalPath, _ entry: LedgerEntry) {
        guard copy.place != stored else { return }
        steps.append(.removeCopy(copy, stored: stored))
        removed.append((entry, copy.place))
    }

    mutating func evict(_ displaced: DisplacedFile, to path: QuarantinePath) {
        steps.append(.evict(displaced, to: path))
    }

    mutating func relocate(_ entry: LedgerEntry, to path: OriginalPath) {
        if !entry.intent.purpose.restores { steps.append(.relocate(entry.intent)) }
        relocated.append(entry)
        homes[entry.asset.fingerprint] = path
    }
}
