import FactoryCore

/// Follows the journal's events and tells which intents were carried out, which were withdrawn, and which were cut off
/// in between.
struct JournalReplay {
    struct Filing: Equatable {
        let intent: FilingIntent
        /// When the intent was written.
        let time: Timestamp
    }

    private struct Key: Hashable {
        let segment: Int
        let line: Int
    }

    private var open: [Key: Filing] = [:]

    /// Takes the next events, in order.
    ///
    /// - Returns: the filings that these events complete.
    mutating func take(_ events: [JournalScan.Found]) -> [Filing] {
        events.compactMap { found in
            switch found.event {
            case .intent(let intent):
                let key = Key(segment: found.position.segment, line: found.position.line)
                open[key] = Filing(intent: intent, time: found.at)
                return nil
            case .outcome(let segment, let line, let outcome, _):
                let filing = open.removeValue(forKey: Key(segment: segment, line: line))
                return outcome == .filed ? filing : nil
            }
        }
    }

    /// The intents without an outcome, in the order in which they were written: only the disk can tell.
    var unsettled: [(segment: Int, line: Int, filing: Filing)] {
        open.map { ($0.key.segment, $0.key.line, $0.value) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }
}
