import FactoryCore

/// Each row has its file with exactly its bytes.
extension Verification {
    func checkRows() async throws {
        while case let page = try await ledger.page(after: progress.lastRow, limit: Self.pageSize), let last = page.last
        {
            let suspects = try await check(page)
            try await lookAgain(at: suspects)
            reach { $0.pass(row: last.id) }
            try pause("reading originals")
        }
        reach { $0.begin(.sidecars) }
    }

    /// - Returns: the rows that are not as they should be, to be looked at again.
    private func check(_ page: [RecordedOriginal]) async throws -> [RecordedOriginal] {
        let verdicts = try await verdicts(page)
        for verdict in verdicts where verdict == .ok { note(.ok, nil) }
        return zip(page, verdicts).filter { $0.1 != .ok }.map(\.0)
    }

    /// Meanwhile a librarian may have healed or moved an original, or may be about to.
    private func lookAgain(at suspects: [RecordedOriginal]) async throws {
        guard !suspects.isEmpty else { return }
        let underWay = try await UnderWay(JournalBook.all(in: storage), ledger: ledger)
        var rows: [RecordedOriginal] = []
        for suspect in suspects {
            if let fingerprint = suspect.fingerprint, underWay.concerns(fingerprint) { continue }
            if let row = try await ledger.row(suspect.id) { rows.append(row) }
        }
        for (row, verdict) in zip(rows, try await verdicts(rows)) {
            note(verdict, Finding.text(verdict, at: path(of: row)))
        }
    }

    private func verdicts(_ rows: [RecordedOriginal]) async throws -> [Verdict] {
        let places = rows.map { LedgerPath.belowOriginals($0.finalPath) }
        var contents = try await room.read(places.compactMap { $0 }, below: originals)[...]
        return zip(rows, places).map { row, place in
            let stored = place == nil ? .unreadable("its path does not lead below Originals") : contents.removeFirst()
            expected.found(stored.fingerprint)
            return Invariant.verdict(of: row, stored: stored)
        }
    }

    /// Where the row's file is looked for.
    private func path(of row: RecordedOriginal) -> String {
        LedgerPath.belowOriginals(row.finalPath).map { "\(originals.path)/\($0.text)" } ?? row.finalPath
    }
}
