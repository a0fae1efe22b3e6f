import FactoryCore

/// Where contents stand that were filed while the database could not be asked, so that their copies are known as such.
///
/// Bounded: when it is full it begins anew, and copies of what was forgotten are filed and found to be copies as soon
/// as the database is back.
struct OutageMemory: Sendable {
    private let capacity: Int
    private var places: [Fingerprint: String] = [:]

    init(capacity: Int = 100_000) {
        self.capacity = capacity
    }

    /// - Parameter finalPath: full.
    mutating func remember(_ fingerprint: Fingerprint, at finalPath: String) {
        if places.count >= capacity { places = [:] }
        places[fingerprint] = finalPath
    }

    /// Which of these contents are remembered.
    func known(_ fingerprints: [Fingerprint]) -> [Fingerprint: StoredOriginal] {
        var known: [Fingerprint: StoredOriginal] = [:]
        for fingerprint in fingerprints {
            known[fingerprint] = places[fingerprint].map { StoredOriginal(fingerprint: fingerprint, finalPath: $0) }
        }
        return known
    }

    mutating func forget() {
        places = [:]
    }
}
