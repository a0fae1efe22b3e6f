import FactoryCore

/// Which filings made the rows of contents that several librarians had to do with.
///
/// Journals are applied one after the other. Where one librarian filed a content and another one healed it, or had to
/// take back its own copy, the row is the first one's whichever journal comes first; so those rows are written before.
struct FirstFilings {
    private struct Place: Hashable {
        let content: Fingerprint
        let path: String
    }

    /// Contents that were restored, or of which a copy was taken out of Originals: with many librarians still few.
    private var contents: Set<Fingerprint> = []
    /// From where copies were taken.
    private var removed: Set<Place> = []
    private var first: [Fingerprint: (librarian: String, deed: Deed)] = [:]

    /// The filings, by the librarian whose journal has them; none when there is only one journal.
    static func find(in books: [JournalBook]) throws -> [String: [Deed]] {
        guard books.count > 1 else { return [:] }
        var filings = FirstFilings()
        for book in books { try forEachDeed(in: book) { filings.note($0.event) } }
        for book in books { try forEachDeed(in: book) { filings.take($0, by: book.librarian) } }
        return Dictionary(grouping: filings.first.values) { $0.librarian }.mapValues { $0.map(\.deed) }
    }

    private static func forEachDeed(in book: JournalBook, _ body: (Deed) -> Void) throws {
        var replay = JournalReplay()
        for segment in try book.segments() {
            for deed in replay.take(try book.scan(segment).found) { body(deed) }
        }
    }

    mutating func note(_ event: JournalEvent) {
        switch event {
        case .intent(let intent) where intent.purpose.restores: contents.insert(intent.fingerprint)
        case .removal(let intent):
            guard let path = Originals.path(ofLedger: intent.from) else { return }
            contents.insert(intent.fingerprint)
            removed.insert(Place(content: intent.fingerprint, path: path.text))
        default: break
        }
    }

    /// Takes a deed after all have been noted.
    mutating func take(_ deed: Deed, by librarian: String) {
        guard case .intent(let intent) = deed.event, !intent.purpose.restores, contents.contains(intent.fingerprint),
            !removed.contains(Place(content: intent.fingerprint, path: intent.to))
        else { return }
        if let known = first[intent.fingerprint], known.deed.time <= deed.time { return }
        first[intent.fingerprint] = (librarian, deed)
    }
}
