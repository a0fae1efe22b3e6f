import FactoryCore

/// Gives assets that know where they were taken the names of that place.
struct Geocoder: WorkerProgram {
    static let stage = Stage("geocoder", sets: .geocoded)
    static let purpose = "names the places where photos were taken"
    /// A lookup takes microseconds: what costs is asking the database, so it is asked for many at once.
    static let usual = (width: 1, batch: 4000)
    static let warnsOfGivenUp = false

    private let gazetteer: Gazetteer

    init(_ gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    init(_ start: WorkerStart) throws {
        self.init(try GeocoderSettings(start.settings).gazetteer())
    }

    func work(on asset: ClaimedAsset) throws(WorkFailure) -> PlaceFinding {
        guard let location = asset.location else {
            throw WorkFailure("its location is no place on earth", isPassing: false)
        }
        return gazetteer.finding(at: location)
    }

    func work(onBatch assets: [ClaimedAsset]) -> [Result<PlaceFinding, any Error>]? {
        assets.map { asset in Result { try work(on: asset) } }
    }

    func statements(for done: [(asset: ClaimedAsset, outcome: PlaceFinding)]) -> [SQL] {
        [PlacesTable.upsert(done.map { ($0.asset.id, $0.outcome) }, version: gazetteer.version)]
    }
}
