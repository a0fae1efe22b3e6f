import FactoryCore

/// What running librarians have begun and not recorded yet: it is no finding.
struct UnderWay: Sendable {
    private var places: Set<String> = []
    private var contents: Set<Fingerprint> = []

    /// Asks the journals whose librarians run for what comes behind the position that the database has.
    init(_ books: [JournalBook], ledger: LedgerView) async throws {
        let held = HeldLocks.inodes()
        for book in books {
            guard let lock = try book.lock(), held?.contains(lock) ?? true else { continue }
            try take(book, after: try await ledger.position(of: book.librarian))
        }
    }

    func concerns(_ path: RelativePath) -> Bool { places.contains(path.text) }

    /// - Parameter place: below Originals.
    func concerns(place: String) -> Bool { places.contains(place) }

    func concerns(_ fingerprint: Fingerprint) -> Bool { contents.contains(fingerprint) }

    private mutating func add(_ place: String, _ content: Fingerprint) {
        places.insert(place)
        contents.insert(content)
    }

    private mutating func take(_ book: JournalBook, after position: JournalPosition?) throws {
        // Mostly so, and told by 64 KB instead of the whole segment: a scrub asks for each original that is not as it was.
        if let position, try book.ends(at: position) { return }
        for segment in try book.segments() where segment >= position?.segment ?? 0 {
            let after = segment == position?.segment ? position?.line ?? 0 : 0
            for found in try book.scan(segment, after: after).found {
                switch found.event {
                case .intent(let intent): add(intent.to, intent.fingerprint)
                case .sidecar(let intent): add(intent.to, intent.fingerprint)
                case .removal, .quarantine, .outcome: break
                }
            }
        }
    }
}
