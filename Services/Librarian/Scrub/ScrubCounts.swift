import FactoryCore

/// What came of reading originals again by hand.
struct ScrubCounts: Sendable, Hashable {
    private(set) var counts: [ScrubFinding: Int] = [:]
    private(set) var bytes = 0
    /// How long the original waits that waits longest, in days.
    var oldestDays = 0.0
    /// Why the check cannot be trusted; nil when the canary was found damaged, as it is.
    var canaryProblem: String?
    var wasStopped = false

    var checked: Int { counts.values.reduce(0, +) }

    /// Whether somebody has to look.
    var needsLook: Bool { checked > self[.ok] || canaryProblem != nil || wasStopped }

    subscript(_ finding: ScrubFinding) -> Int { counts[finding] ?? 0 }

    mutating func add(_ finding: ScrubFinding, bytes: Int) {
        counts[finding, default: 0] += 1
        self.bytes += bytes
    }

    /// One JSON object on one line.
    var json: String {
        let numbers = ScrubFinding.allCases.map { "\"\($0.rawValue.lowercased())\":\(self[$0])" }
        let canary = canaryProblem == nil ? "true" : "false"
        return "{\"checked\":\(checked),\(numbers.joined(separator: ",")),\"bytes\":\(bytes),"
            + "\"oldest_days\":\((oldestDays * 100).rounded() / 100),\"canary\":\(canary)}"
    }

    /// The same for a person.
    var sentence: String {
        let words = ScrubFinding.allCases.map { "\(self[$0]) \($0.rawValue.lowercased())" }
        return "\(checked) read again: \(words.joined(separator: ", ")); the oldest reading is "
            + "\(Int(oldestDays)) days old"
    }
}
