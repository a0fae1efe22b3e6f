import FactoryCore

/// What came of one run.
struct CleanupReport: Sendable, Hashable {
    /// How a run ended.
    enum Outcome: Sendable, Hashable {
        case done
        /// Somebody asked it to stop.
        case stopped
        /// It only counted.
        case previewed
        /// Somebody asked it to stop while it only counted.
        case previewStopped
        /// Another cleanup is at it.
        case running
    }

    let outcome: Outcome
    /// Rows that have gone, or would.
    let deleted: Int
    /// Rows that are left, or would be.
    let kept: Int
    /// Heartbeats before this instant are too old.
    let cutoff: Timestamp
    let duration: Duration
    /// Entries of the audit log that have gone, or would.
    var audit = 0
    /// What was found in Originals; nil when nobody asked.
    var originals: OriginalsFindings?

    /// Whether there is still something to do that nobody else does.
    var needsLook: Bool { outcome == .stopped || outcome == .previewStopped || originals?.areAny == true }

    /// For a person.
    var sentence: String { "\(result) (\(seconds) s)\(originals.map { "; \($0.sentence)" } ?? "")" }

    /// For a person who does not mind how long it took.
    var result: String {
        switch outcome {
        case .done: "\(old) removed, \(kept) kept\(auditWords("removed"))"
        case .stopped:
            "stopped before the end: \(old) removed, \(kept) kept\(auditWords("removed")); the next run removes the rest"
        case .previewed: "\(old) would be removed, \(kept) kept\(auditWords("would be removed"))"
        case .previewStopped: "stopped before all was counted: \(old) found so far, which would be removed"
        case .running: "another cleanup is running already; \(kept) heartbeats are there now"
        }
    }

    /// One JSON object on one line.
    var json: String {
        let members = [
            "\"deleted\":\(deleted)", "\"kept\":\(kept)", "\"cutoff\":\(JSONText.quoted(isoCutoff))",
            "\"audit_deleted\":\(audit)", "\"seconds\":\(seconds)",
        ]
        let found = originals.map { ["\"unknown\":\($0.unknown)", "\"gone\":\($0.gone)"] } ?? []
        let running = outcome == .running ? ["\"running\":true"] : []
        return "{\((members + found + running).joined(separator: ","))}"
    }

    private var old: String { "\(deleted) heartbeats from before \(cutoff.utc) UTC" }

    private func auditWords(_ fate: String) -> String {
        audit > 0 ? "; \(audit) old entries of the audit log \(fate)" : ""
    }

    private var isoCutoff: String { "\(cutoff.utc)".replacing(" ", with: "T") + "Z" }

    private var seconds: Double {
        let (seconds, attoseconds) = duration.components
        // Divided last: a sum of seconds and thousandths would not always print as three decimals.
        return (Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded()) / 1000
    }
}
