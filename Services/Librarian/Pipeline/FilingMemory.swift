import FactoryCore

/// What was filed and the database may not have answered for: while it is away, and while it is being told of one batch and
/// asked about another. Where contents stand, so that their copies are known as such; and under which names they came.
///
/// Bounded: when it is full it begins anew, and copies of what was forgotten are filed and found to be copies as soon
/// as the database is back.
struct FilingMemory: Sendable {
    private struct Generation {
        var places: [Fingerprint: String] = [:]
        /// Stems and identifiers, by which late members of a group look for the others.
        var names: Set<String> = []
    }

    /// What is being filed, and the two batches before: whoever asked about the one that is filed next may have been
    /// answered without them.
    private static let generationsKept = 3

    private let capacity: Int
    /// Newest first; the first has what nobody has begun to tell.
    private var generations = [Generation()]
    /// Whether everything was forgotten since the last lookup was judged.
    private var hasForgotten = false

    init(capacity: Int = 100_000) {
        self.capacity = capacity
    }

    /// - Parameter finalPath: full.
    mutating func remember(_ fingerprint: Fingerprint, at finalPath: String) {
        if generations[0].places.count >= capacity { generations = [Generation()] }
        generations[0].places[fingerprint] = finalPath
    }

    /// Which of these contents are remembered.
    func known(_ fingerprints: [Fingerprint]) -> [Fingerprint: StoredOriginal] {
        var known: [Fingerprint: StoredOriginal] = [:]
        for fingerprint in fingerprints {
            let place = generations.lazy.compactMap { $0.places[fingerprint] }.first
            known[fingerprint] = place.map { StoredOriginal(fingerprint: fingerprint, finalPath: $0) }
        }
        return known
    }

    /// Whether a lookup by these names may have been answered without what was filed under one of them, or without what
    /// has been forgotten since. For each lookup once: what was forgotten before it was made does not concern the next.
    mutating func outdates(lookupOf names: [String]) -> Bool {
        defer { hasForgotten = false }
        return hasForgotten || names.contains { name in generations.contains { $0.names.contains(name) } }
    }

    /// What is remembered now is being told to the database.
    ///
    /// - Parameter names: under which it came.
    mutating func beginTelling(_ names: Set<String>) {
        generations[0].names = names
        generations.insert(Generation(), at: 0)
    }

    /// The database has what was being told.
    mutating func endTelling() {
        generations = Array(generations.prefix(Self.generationsKept))
    }

    /// The database has everything, and whoever asks it from now on is told.
    mutating func forget() {
        (generations, hasForgotten) = ([Generation()], true)
    }
}
