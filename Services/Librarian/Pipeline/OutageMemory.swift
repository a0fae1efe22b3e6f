import FactoryCore

/// Where contents stand that were filed and of which the database has not been heard to have the rows, so that their
/// copies are known as such: while it is away, and while it is being told.
///
/// Bounded: when it is full it begins anew, and copies of what was forgotten are filed and found to be copies as soon
/// as the database is back.
struct OutageMemory: Sendable {
    /// What was told lately stays: whoever asked the database meanwhile may have been answered without it.
    private static let generationsKept = 3

    private let capacity: Int
    /// Newest first; the first has what nobody has begun to tell.
    private var generations: [[Fingerprint: String]] = [[:]]

    init(capacity: Int = 100_000) {
        self.capacity = capacity
    }

    /// - Parameter finalPath: full.
    mutating func remember(_ fingerprint: Fingerprint, at finalPath: String) {
        if generations[0].count >= capacity { generations = [[:]] }
        generations[0][fingerprint] = finalPath
    }

    /// Which of these contents are remembered.
    func known(_ fingerprints: [Fingerprint]) -> [Fingerprint: StoredOriginal] {
        var known: [Fingerprint: StoredOriginal] = [:]
        for fingerprint in fingerprints {
            let place = generations.lazy.compactMap { $0[fingerprint] }.first
            known[fingerprint] = place.map { StoredOriginal(fingerprint: fingerprint, finalPath: $0) }
        }
        return known
    }

    /// What is remembered now is being told to the database.
    mutating func beginTelling() {
        generations.insert([:], at: 0)
    }

    /// The database has what was being told.
    mutating func endTelling() {
        generations = Array(generations.prefix(Self.generationsKept))
    }

    /// The database has everything, and whoever asks it is told.
    mutating func forget() {
        generations = [[:]]
    }
}
