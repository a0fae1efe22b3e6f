import FactoryCore

/// What of a batch is copied at once.
struct BatchPlan: Sendable {
    /// In bytes: so that what a stop undoes, and what waits for its flag, is bounded.
    static let sizeLimit = 512 << 20

    /// Those that are dealt with now, from the beginning; the rest goes back.
    let count: Int
    /// By the places of the assets in the batch.
    let wanted: [Int: WantedCopy]
    /// Why others are not copied, likewise. `CancellationError` for those that have to wait for others.
    let refused: [Int: any Error]

    init(_ assets: [ClaimedAsset], sizeLimit: Int = Self.sizeLimit) {
        var (count, size) = (0, 0)
        for asset in assets {
            guard count == 0 || size + asset.size <= sizeLimit else { break }
            (count, size) = (count + 1, size + asset.size)
        }
        var wanted: [Int: WantedCopy] = [:]
        var refused: [Int: any Error] = [:]
        var folded: Set<String> = []
        for index in 0..<count {
            do throws(WorkFailure) {
                let copy = try WantedCopy(assets[index])
                // Two names that a target may take for one do not come at once: the second would be taken for the first.
                if folded.insert(copy.path.lowercased()).inserted {
                    wanted[index] = copy
                } else {
                    refused[index] = CancellationError()
                }
            } catch {
                refused[index] = error
            }
        }
        (self.count, self.wanted, self.refused) = (count, wanted, refused)
    }
}
