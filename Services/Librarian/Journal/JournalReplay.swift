import FactoryCore

/// Follows the journal's events and tells which intents were carried out, which were withdrawn, and which were cut off
/// in between.
struct JournalReplay {
    private struct Key: Hashable {
        let segment: Int
        let line: Int
    }

    private var open: [Key: Deed] = [:]

    /// Takes the next events, in order.
    ///
    /// - Returns: the deeds that these events complete.
    mutating func take(_ events: [JournalScan.Found]) -> [Deed] {
        events.compactMap { found in
            guard case .outcome(let segment, let line, let outcome, _) = found.event else {
                let key = Key(segment: found.position.segment, line: found.position.line)
                open[key] = Deed(event: found.event, time: found.at, position: found.position)
                return nil
            }
            let deed = open.removeValue(forKey: Key(segment: segment, line: line))
            return outcome == .withdrawn ? nil : deed
        }
    }

    /// The intents without an outcome, in the order in which they were written: only the disk can tell.
    var unsettled: [Deed] {
        open.values.sorted { $0.position < $1.position }
    }
}
