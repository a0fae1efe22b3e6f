/// What became of an asset that a worker had in hand.
struct WorkResult<Outcome: Sendable>: Sendable {
    enum Ending: Sendable {
        case done(Outcome)
        case failed(WorkFailure)
        /// Nothing was decided: another time, or another replica.
        case givenBack
    }

    let asset: ClaimedAsset
    let ending: Ending
    let duration: Duration
}
