/// The result of one pass.
struct IngestReport: Sendable {
    let tally: PassTally
    /// Of the pass, start-up excluded.
    let duration: Duration
    /// Why the pass did not come to its end; nil when it did.
    let failure: String?

    /// Whether somebody should look: at what stopped the pass, at files that could not be handled, or at a file that is
    /// not accounted for, which would be our mistake.
    var needsLook: Bool { failure != nil || tally.troubles > 0 || tally.quarantined > 0 || !tally.isBalanced }

    private var seconds: Double {
        let (seconds, attoseconds) = duration.components
        // Divided last: a sum of seconds and thousandths would not always print as three decimals.
        return (Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded()) / 1000
    }

    /// One JSON object on one line.
    var json: String {
        let counts: [(String, Int)] = [
            ("seen", tally.seen), ("filed", tally.filed), ("duplicates", tally.duplicates), ("healed", tally.healed),
            ("quarantined", tally.quarantined), ("ignored", tally.ignored), ("vanished", tally.vanished),
            ("pending", tally.pending), ("bytes", tally.bytes),
        ]
        let members = counts.map { "\"\($0.0)\":\($0.1)" } + ["\"seconds\":\(seconds)"]
        return "{\(members.joined(separator: ","))}"
    }

    /// The same for a person.
    var sentence: String {
        """
        \(tally.seen) seen: \(tally.filed) filed, \(tally.duplicates) duplicates, \(tally.healed) healed, \
        \(tally.quarantined) quarantined, \(tally.ignored) ignored, \(tally.vanished) vanished, \
        \(tally.pending) pending; \(tally.bytes) bytes in \(seconds) s
        """
    }
}
