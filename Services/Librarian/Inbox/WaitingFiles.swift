import FactoryCore

/// The files of the inbox that have been seen and have not had their turn.
struct WaitingFiles: Sendable, Equatable {
    var count = 0
    /// Since when the first of them waits; nil when none does.
    var since: Timestamp?
}
