import FactoryCore

@testable import librarian

extension Journal {
    /// Appends events at the time at which a `SetClock` starts.
    @discardableResult
    func append(_ events: [JournalEvent]) throws -> [JournalPosition] {
        try append(events, at: SetClock().now)
    }
}
