import FactoryCore

/// Each sidecar that is recorded stands in its place with exactly its bytes, and each that was filed is recorded.
extension Verification {
    func checkSidecars() async throws {
        while case let page = try await ledger.sidecars(after: progress.lastSidecar ?? "", limit: Self.pageSize),
            let last = page.last
        {
            let suspects = try await check(page)
            try await lookAgain(at: suspects)
            reach { $0.pass(sidecar: last.place) }
            try pause("reading sidecars")
        }
        reach { $0.begin(.files) }
    }

    /// - Returns: the sidecars that are not as they should be, to be looked at again.
    private func check(_ page: [RecordedSidecar]) async throws -> [RecordedSidecar] {
        let verdicts = try await verdicts(page)
        for verdict in verdicts where verdict == .ok { note(.ok, nil) }
        return zip(page, verdicts).filter { $0.1 != .ok }.map(\.0)
    }

    /// Meanwhile a librarian may have filed another one in the same place, or may be about to.
    private func lookAgain(at suspects: [RecordedSidecar]) async throws {
        guard !suspects.isEmpty else { return }
        let underWay = try await UnderWay(JournalBook.all(in: storage), ledger: ledger)
        let rows = try await ledger.sidecars(at: suspects.map(\.place)).filter { !underWay.concerns(place: $0.place) }
        for (row, verdict) in zip(rows, try await verdicts(rows)) {
            note(verdict, Finding.text(verdict, at: "\(originals.path)/\(row.place)"))
        }
    }

    private func verdicts(_ rows: [RecordedSidecar]) async throws -> [Verdict] {
        let places = rows.map { OriginalPath(text: $0.place)?.relative }
        var contents = try await room.read(places.compactMap { $0 }, below: originals)[...]
        return zip(rows, places).map { row, place in
            let stored = place == nil ? .unreadable("its place is not in the folder of a day") : contents.removeFirst()
            expected.found(stored.fingerprint)
            return Invariant.verdict(of: row, stored: stored)
        }
    }

    /// Filings of a journal that no row tells of.
    func checkFilings(_ intents: [SidecarIntent]) async throws {
        for start in stride(from: 0, to: intents.count, by: Self.pageSize) {
            let part = Array(intents[start..<min(start + Self.pageSize, intents.count)])
            let missing = try await withoutRow(part)
            guard !missing.isEmpty else { continue }
            let underWay = try await UnderWay(JournalBook.all(in: storage), ledger: ledger)
            // Asked again: what was under way a moment ago may have its row by now.
            for intent in try await withoutRow(missing.filter { !underWay.concerns(place: $0.to) }) {
                try await check(intent)
            }
        }
    }

    private func withoutRow(_ intents: [SidecarIntent]) async throws -> [SidecarIntent] {
        let known = Set(try await ledger.sidecars(at: intents.map(\.to)).map { Array($0.place.utf8) })
        return intents.filter { !known.contains(Array($0.to.utf8)) }
    }

    private func check(_ intent: SidecarIntent) async throws {
        guard let place = OriginalPath(text: intent.to)?.relative else { return }
        let isStored = try await room.read([place], below: originals).contains { $0.fingerprint == intent.fingerprint }
        let path = "\(originals.path)/\(intent.to)"
        let verdict = Invariant.verdict(ofFilingWithRow: false, isStored: isStored)
        note(
            verdict,
            isStored ? Finding.text(verdict, at: path) : Finding.vanished(path, intent.fingerprint))
    }
}
