import FactoryCore

/// Everything that the document says; nil for a part that could not be had, and why in `degraded`.
struct SnapshotFacts: Sendable {
    let time: Timestamp
    var services: [ServiceView]?
    var media: MediaPart?
    var recent: [AssetSummary]?
    var intake: IntakePart?
    var storage: StoragePart?
    var degraded: [Degradation] = []

    init(time: Timestamp) { self.time = time }

    var json: JSONValue {
        [
            "generated_at": .time(time), "version": .text(FactoryVersion.current),
            "services": services.map { .list($0.map(\.json)) } ?? nil, "media": media?.json ?? nil,
            "recent": recent.map { .list($0.map { AssetView(asset: $0).json }) } ?? nil,
            "intake": intake?.json ?? nil, "storage": storage?.json ?? nil,
            "degraded": .list(degraded.map(\.json)),
        ]
    }
}
