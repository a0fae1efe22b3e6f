import FactoryCore

/// The document as it was at one moment, encoded once for all who ask.
struct Snapshot: Sendable {
    /// When it was taken, on a clock that only goes forward.
    let taken: ContinuousClock.Instant
    let body: EncodedBody
    /// With its quotation marks. Of what the document says, but for its time and the ages that follow from it: weak, since
    /// two documents with this tag are the same to a reader, not byte by byte.
    let etag: String
    let degraded: [Degradation]
    /// Nil while the database does not answer.
    let services: [ServiceView]?
    /// Whether the database answered anything.
    let hasDatabase: Bool
    /// What `/metrics` says of the factory.
    let figures: FactoryFigures

    init(_ facts: SnapshotFacts, taken: ContinuousClock.Instant) {
        self.taken = taken
        let document = facts.json
        body = EncodedBody(document.bytes)
        etag = "W/\"\(ContentTag.make(document.without(["generated_at", "age_seconds"]).bytes))\""
        degraded = facts.degraded
        services = facts.services
        hasDatabase = facts.services != nil || facts.media != nil
        figures = FactoryFigures(facts)
    }
}
