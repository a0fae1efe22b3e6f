/// The cleanup came to its end before its time.
struct HistoryError: Error, CustomStringConvertible {
    /// Rows that had gone by then, for good.
    let deleted: Int
    /// What was in the way.
    let reason: String

    var description: String { "failed after \(deleted) old heartbeats had been removed: \(reason)" }
}
