import FactoryCore

/// All that an executable of its own takes beside the work: what it is for, and how it begins.
struct ToyProgram: WorkerProgram {
    static let stage = Stage("geocoder", sets: .geocoded)
    static let purpose = "plays with assets"

    init(_ start: WorkerStart) throws {}

    func work(on asset: ClaimedAsset) async throws {
        if asset.size == 13 { throw WorkFailure("it has bad luck", isPassing: false) }
    }
}
