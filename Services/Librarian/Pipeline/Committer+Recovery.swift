import FactoryCore

/// Catching up with what an earlier run wrote down and could not finish.
extension Committer {
    /// As many rows as one statement should carry.
    private static let rowsAtOnce = 1000

    /// Brings the ledger up to the journal: writes the rows of what was filed and, where a run was cut off between
    /// intent and outcome, looks at the disk to see whether the move had happened.
    ///
    /// Can be repeated; what is there already stays as it is.
    ///
    /// - Returns: how many filings were found whose rows may have been missing, and the places of those of which nobody
    ///   can say whether they happened.
    @discardableResult
    func recover() async throws -> (caughtUp: Int, unreadable: [String]) {
        var replay = JournalReplay()
        var count = 0
        try await journal.forEachSegment(after: try await start()) { events, end in
            let filings = replay.take(events)
            count += filings.count
            // Behind an intent without outcome the position may not move before the disk has told how it ended.
            try await write(filings, position: replay.unsettled.isEmpty ? .set(end) : .stay)
        }
        let (settled, unreadable) = try settle(replay.unsettled)
        try await write(settled, position: .stay)
        // Also when nothing was to be written: a position beyond the journal's end would hide what is written next.
        try await ledger.record([], intake: [], position: .set(journal.end))
        applied = journal.end
        return (count + settled.count, unreadable)
    }

    /// From where on the journal has to be applied. A power cut may have taken lines of which the database knows, since
    /// outcomes are made durable with the next batch: then numbers have been given twice, and all is applied again.
    private func start() async throws -> JournalPosition? {
        guard let position = try await ledger.position(), try journal.holds(position) else { return nil }
        return position
    }

    private func write(_ filings: [JournalReplay.Filing], position: PositionStep) async throws {
        for start in stride(from: 0, to: filings.count, by: Self.rowsAtOnce) {
            let rows = filings[start..<min(start + Self.rowsAtOnce, filings.count)].compactMap { entry(of: $0) }
            // The position only moves once all of its rows are there: until then the same rows are written again.
            let isLast = start + Self.rowsAtOnce >= filings.count
            try await ledger.record(rows, intake: [], position: isLast ? position : .stay)
        }
    }

    private func entry(of filing: JournalReplay.Filing) -> LedgerEntry? {
        OriginalPath(text: filing.intent.to).map {
            LedgerEntry(filing.intent, finalPath: originals.fullPath(of: $0), time: filing.time)
        }
    }

    /// - Returns: the filings that the disk shows to have happened. The others are withdrawn: their files are still in
    ///   the inbox.
    private func settle(
        _ unsettled: [(segment: Int, line: Int, filing: JournalReplay.Filing)]
    ) throws -> (happened: [JournalReplay.Filing], unreadable: [String]) {
        var happened: [JournalReplay.Filing] = []
        var unreadable: [String] = []
        var outcomes: [JournalEvent] = []
        for (segment, line, filing) in unsettled {
            let isThere: Bool
            do {
                isThere = try isStored(filing.intent)
            } catch let error as FileError {
                // It must not keep the librarian from starting; somebody has to look.
                unreadable.append("\(filing.intent.to), filed from \(filing.intent.from): \(error)")
                continue
            }
            if isThere { happened.append(filing) }
            outcomes.append(
                .outcome(
                    segment: segment, line: line, isThere ? .filed : .withdrawn,
                    note: isThere ? nil : "a run was cut off before the move"))
        }
        guard !outcomes.isEmpty else { return ([], unreadable) }
        try originals.sync()
        try journal.append(outcomes)
        try journal.sync()
        return (happened, unreadable)
    }

    private func isStored(_ intent: FilingIntent) throws -> Bool {
        guard let path = OriginalPath(text: intent.to), let original = try originals.open(path) else { return false }
        let text = originals.fullPath(of: path)
        guard try original.stamp(text).isRegularFile else { return false }
        guard let (fingerprint, size) = try reader.fingerprint(of: original, text, unless: stop) else {
            throw Stopped()
        }
        return fingerprint == intent.fingerprint && size == intent.size
    }
}
