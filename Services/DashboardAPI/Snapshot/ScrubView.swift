import FactoryCore

/// How long ago originals were last read again, as the document shows it.
struct ScrubView: Sendable {
    let summary: ScrubSummary
    let now: Timestamp

    /// In whole days; never below zero, also after the clock was set back.
    private var oldestDays: Int? {
        summary.oldest.map { max(0, Int(now.duration(since: $0).components.seconds) / 86_400) }
    }

    var json: JSONValue {
        [
            "oldest_days": .integer(oldestDays), "findings": .integer(summary.findings),
            "last_round": summary.roundEnded.map { .time($0) } ?? nil,
        ]
    }
}
