import FactoryCore

/// Everything that is known of one content.
struct ContentHistory: Sendable {
    let fingerprint: Fingerprint
    /// Of all librarians, the oldest first.
    var entries: [HistoryEntry] = []
    /// What the ledger has; nil when it has nothing, or could not be asked.
    var row: AssetFacts?
    /// The sidecars of this content, and itself if it is one.
    var sidecars: [RecordedSidecar] = []
    var intake: [IntakeRecord] = []
    /// Where it was put, and what stands there now.
    var places: [PlaceNow] = []

    /// Whether anything is known.
    var isKnown: Bool { !entries.isEmpty || row != nil || !sidecars.isEmpty || !intake.isEmpty }

    /// Whether a whole file of it stands somewhere.
    var isStored: Bool { places.contains { $0.state == .whole } }
}
