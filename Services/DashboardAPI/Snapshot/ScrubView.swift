import FactoryCore

/// How long ago originals were last read again, as the document shows it.
struct ScrubView: Sendable {
    let summary: ScrubSummary
    let now: Timestamp

    var json: JSONValue {
        [
            "oldest_days": .integer(summary.oldest?.wholeDays(until: now)), "findings": .integer(summary.findings),
            "last_round": summary.roundEnded.map { .time($0) } ?? nil,
        ]
    }
}
