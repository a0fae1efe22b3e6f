/// What became of everything that was met in the inbox. Every file that is seen ends in exactly one other count.
struct PassTally: Sendable, Hashable {
    var seen = 0
    private(set) var filed = 0
    private(set) var duplicates = 0
    private(set) var healed = 0
    private(set) var quarantined = 0
    private(set) var ignored = 0
    private(set) var vanished = 0
    /// Still in the inbox, to be looked at again.
    private(set) var pending = 0
    /// Of the files that were filed or healed.
    private(set) var bytes = 0
    /// How many of the pending somebody has to look at.
    private(set) var troubles = 0

    /// Whether every file that was seen is accounted for.
    var isBalanced: Bool {
        seen == filed + duplicates + healed + quarantined + ignored + vanished + pending
    }

    /// How many files have had their turn.
    var settled: Int { filed + duplicates + healed + quarantined + ignored + vanished + pending }

    /// How many have left the inbox.
    var settledForGood: Int { filed + duplicates + healed + quarantined }

    /// What was done since `earlier`, in words for the log; nil when nothing was.
    func progress(since earlier: PassTally) -> String? {
        let counts = [
            (filed - earlier.filed, "filed"), (duplicates - earlier.duplicates, "removed as duplicates"),
            (healed - earlier.healed, "used to restore originals"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    /// Takes back what was counted of files that are still in the inbox.
    mutating func forgetWhatStays() {
        seen -= ignored + pending
        (ignored, pending, troubles) = (0, 0, 0)
    }

    /// Counts what became of a file that was seen before.
    mutating func add(_ outcome: FileOutcome) {
        count(outcome, by: 1)
    }

    /// Takes back an outcome that was counted too early.
    mutating func correct(_ correction: Correction) {
        if let told = correction.told { count(told, by: -1) }
        count(correction.holds, by: 1)
    }

    private mutating func count(_ outcome: FileOutcome, by step: Int) {
        switch outcome {
        case .filed(let size):
            filed += step
            bytes += size * step
        case .healed(let size):
            healed += step
            bytes += size * step
        case .duplicate: duplicates += step
        case .quarantined: quarantined += step
        case .vanished: vanished += step
        case .ignored: ignored += step
        case .pending, .incomplete, .awaiting: pending += step
        case .trouble:
            pending += step
            troubles += step
        }
    }
}
