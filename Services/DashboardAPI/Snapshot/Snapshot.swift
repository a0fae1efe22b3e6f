import FactoryCore

/// The document as it was at one moment, encoded once for all who ask.
struct Snapshot: Sendable {
    /// When it was taken, on a clock that only goes forward.
    let taken: ContinuousClock.Instant
    let body: EncodedBody
    /// Of the body as it is, with its quotation marks.
    let etag: String
    let degraded: [Degradation]
    /// Whether the database answered anything.
    let hasDatabase: Bool
    /// What `/metrics` says of the factory.
    let figures: FactoryFigures

    init(_ facts: SnapshotFacts, taken: ContinuousClock.Instant) {
        self.taken = taken
        body = EncodedBody(facts.json.bytes)
        // Two snapshots differ in their time at least, and two runs of the program are never at the same microsecond.
        etag = "\"\(String(facts.time.microseconds, radix: 36))\""
        degraded = facts.degraded
        hasDatabase = facts.services != nil || facts.media != nil
        figures = FactoryFigures(facts)
    }
}
