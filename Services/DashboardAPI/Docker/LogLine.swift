/// A line of a container's log.
struct LogLine: Sendable, Hashable {
    /// Nil where Docker did not say.
    let time: LogTime?
    let stream: UInt8
    /// Without its time and its end. What is no UTF-8 is repaired.
    let text: String
    /// Whether its end is still to come.
    let isOpen: Bool
}
