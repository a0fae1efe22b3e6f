import FactoryCore

/// An intent of some journal, and how it ended.
struct HistoryEntry: Sendable, Equatable {
    struct Ending: Sendable, Equatable {
        let at: Timestamp
        let outcome: JournalOutcome
        let note: String?
    }

    /// The id of the librarian who wrote it.
    let librarian: String
    let at: Timestamp
    let event: JournalEvent
    /// Nil while only the disk can tell.
    var ending: Ending?

    init(librarian: String, at: Timestamp, event: JournalEvent, ending: Ending? = nil) {
        (self.librarian, self.at, self.event, self.ending) = (librarian, at, event, ending)
    }
}
