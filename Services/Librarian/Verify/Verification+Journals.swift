import FactoryCore

/// Each journal is whole, and each of its filings has a row.
extension Verification {
    private static let askedAtOnce = 1000

    func checkJournals() async throws {
        var owed: [Fingerprint: [RelativePath]] = [:]
        for book in try JournalBook.all(in: storage) {
            for (content, places) in try await check(book) { owed[content, default: []] += places }
        }
        // By content, not by place: what was filed in one place may have been moved to another since.
        for (content, places) in owed.sorted(by: { $0.key.hex < $1.key.hex }) {
            try await check(content, filedAt: places)
        }
    }

    /// - Returns: contents that were filed and have no row, with the places where they were.
    private func check(_ book: JournalBook) async throws -> [Fingerprint: [RelativePath]] {
        var replay = JournalReplay()
        var owed: [Fingerprint: [RelativePath]] = [:]
        let segments = try book.segments()
        for (number, place) in zip(segments, 1...) {
            let (scan, damages) = try JournalCheck.check(book, segment: number, isLast: place == segments.count)
            for damage in damages { noteJournalDamage(damage) }
            let deeds = replay.take(scan.found)
            let intents = deeds.compactMap { if case .intent(let intent) = $0.event { intent } else { nil } }
            try await checkFilings(deeds.compactMap { if case .sidecar(let intent) = $0.event { intent } else { nil } })
            for (content, places) in try await withoutRow(intents) { owed[content, default: []] += places }
            try pause("reading the journal of \(book.librarian)")
        }
        for damage in JournalCheck.gaps(book, segments) { noteJournalDamage(damage) }
        return owed
    }

    private func withoutRow(_ intents: [FilingIntent]) async throws -> [Fingerprint: [RelativePath]] {
        var owed: [Fingerprint: [RelativePath]] = [:]
        for start in stride(from: 0, to: intents.count, by: Self.askedAtOnce) {
            let part = intents[start..<min(start + Self.askedAtOnce, intents.count)]
            let known = try await ledger.known(part.map(\.fingerprint))
            for intent in part where known[intent.fingerprint] == nil {
                guard let place = OriginalPath(text: intent.to)?.relative else { continue }
                owed[intent.fingerprint, default: []].append(place)
            }
        }
        return owed
    }

    private func check(_ content: Fingerprint, filedAt places: [RelativePath]) async throws {
        let isStored = try await room.read(places, below: originals).contains { $0.fingerprint == content }
        let hasRow = try await !ledger.known([content]).isEmpty
        // What stands there without a row has been counted as a file without a row.
        guard Invariant.verdict(ofFilingWithRow: hasRow, isStored: isStored) == .missing, let last = places.last else {
            return
        }
        note(.missing, Finding.vanished("\(originals.path)/\(last.text)", content))
    }
}
