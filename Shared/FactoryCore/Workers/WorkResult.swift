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

extension WorkResult.Ending {
    /// What follows from how the work ended.
    init(_ result: Result<Outcome, any Error>) {
        switch result {
        case .success(let outcome): self = .done(outcome)
        case .failure(is CancellationError): self = .givenBack
        case .failure(let error as DatabaseError) where error.consequence == .retry: self = .givenBack
        case .failure(let failure as WorkFailure): self = .failed(failure)
        case .failure(let error): self = .failed(WorkFailure("\(error)"))
        }
    }
}
