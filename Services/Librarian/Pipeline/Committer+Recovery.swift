import FactoryCore

/// Bringing the database up to the journal: after a crash, after an outage, after somebody restored an older backup, and
/// from nothing.
extension Committer {
    /// As many rows as one statement should carry.
    private static let rowsAtOnce = 1000

    /// Writes the rows of everything that was done and, where a run was cut off between intent and outcome, looks at the
    /// disk to see how it ended.
    ///
    /// Can be repeated; what is there already stays as it is. What it finds is told by the next `record`.
    ///
    /// - Throws: `DatabaseError` when the database is away, `Stopped`, and what forbids to go on with this database.
    func catchUp() async throws {
        try await ledger.reach(admit)
        (owed, isHeld) = (OwedRows(), false)
        originals.forgetFolders()
        var replay = JournalReplay()
        try await journal.forEachSegment(after: try await start()) { events, end in
            try await write(replay.take(events))
            // Behind an intent without outcome the position may not move before the disk has told how it ended.
            if replay.unsettled.isEmpty, !isHeld { try await ledger.set(end) }
        }
        try await write(try await settle(replay.unsettled))
        // What had to be done meanwhile stands behind what was read.
        _ = try await ledger.replay(owed)
        try await settlePosition()
        (isBehind, owed) = (false, OwedRows())
        memory.forget()
        originals.forgetFolders()
    }

    /// Moves the position to the journal's end, unless something could not be found out: then it stays before that, and
    /// all is applied again by the next look.
    private func settlePosition() async throws {
        if !isHeld {
            // Also when nothing was to be written: a position beyond the journal's end would hide what is written next.
            try await ledger.set(journal.end)
            applied = journal.end
        } else if let position = try await start() {
            applied = position
        } else {
            let beginning = JournalSegment.start(1)
            try await ledger.set(beginning)
            applied = beginning
        }
    }

    /// Tries to find out, with the next call, what could not be found out before.
    func lookAgain() {
        if isHeld { isBehind = true }
    }

    /// From where on the journal has to be applied. A power cut may have taken lines of which the database knows, since
    /// outcomes are made durable with the next batch: then numbers have been given twice, and all is applied again.
    private func start() async throws -> JournalPosition? {
        guard let position = try await ledger.position(), try journal.holds(position) else { return nil }
        return position
    }

    private func write(_ deeds: [Deed]) async throws {
        for start in stride(from: 0, to: deeds.count, by: Self.rowsAtOnce) {
            guard !stop.isSet else { throw Stopped() }
            // Another librarian may have made folders meanwhile.
            originals.forgetFolders()
            var rows = OwedRows()
            for deed in deeds[start..<min(start + Self.rowsAtOnce, deeds.count)] {
                rows.add(deed, storage: storage.path)
            }
            let answer = try await ledger.replay(rows)
            for (entry, reason) in answer.refused { giveUp(entry, because: reason) }
            try await resolve(answer.conflicts)
            recovery.caughtUp += rows.entries.count
        }
    }

    /// - Returns: the deeds that the disk shows to have happened. The others are withdrawn: their files are where they
    ///   were.
    private func settle(_ unsettled: [Deed]) async throws -> [Deed] {
        var happened: [Deed] = []
        var outcomes: [JournalEvent] = []
        for deed in unsettled {
            do {
                let ending = try await ending(of: deed.event)
                if case .done = ending { happened.append(deed) }
                if let outcome = ending.outcome(of: deed.event, at: deed.position) { outcomes.append(outcome) }
            } catch  where error is FileError || error is Unclear {
                // It must not keep the librarian from starting; somebody has to look.
                recovery.troubles.append("nobody can say whether this was done: \(deed.event.summary): \(error)")
                isHeld = true
            }
        }
        guard !outcomes.isEmpty else { return happened }
        try originals.sync()
        try journal.append(outcomes, at: clock.now)
        try journal.sync()
        return happened
    }
}
