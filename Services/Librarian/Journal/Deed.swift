import FactoryCore

/// An intent of the journal and where it stands there.
struct Deed: Sendable, Equatable {
    let event: JournalEvent
    /// When the intent was written.
    let time: Timestamp
    /// The intent's line.
    let position: JournalPosition
}
