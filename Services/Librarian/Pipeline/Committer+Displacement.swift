import FactoryCore

/// Making room in Originals.
extension Committer {
    /// Where bytes go that are not what was filed at their place; nil when they stay, for they are another photo, which got
    /// the place while the original was missing. Of that one a row tells, or, when its row is not written yet, some
    /// librarian's journal.
    func exile(of displaced: DisplacedFile) async throws -> QuarantinePath? {
        let owner = try await ledger.known([displaced.fingerprint])[displaced.fingerprint]
        guard owner.flatMap({ Originals.path(ofLedger: $0.finalPath) }) != displaced.place, try !isJournaled(displaced)
        else { return nil }
        let name = Array(displaced.place.name.utf8)
        return try quarantine.freePlace(for: name, fingerprint: displaced.fingerprint, day: clock.now.utc.day)
    }

    /// Whether any journal says that this content was to be filed at this place.
    private func isJournaled(_ displaced: DisplacedFile) throws -> Bool {
        for book in try JournalBook.all(in: storage) {
            var search = JournalSearch([displaced.fingerprint], librarian: book.librarian)
            for segment in try book.segments() {
                search.search(try book.bytes(of: segment), segment: segment)
            }
            let isHere = search.entries.contains { entry in
                guard case .intent(let intent) = entry.event else { return false }
                return intent.to.utf8.elementsEqual(displaced.place.text.utf8)
            }
            if isHere { return true }
        }
        return false
    }
}
