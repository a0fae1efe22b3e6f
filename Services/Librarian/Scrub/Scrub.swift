import FactoryCore
import Logging

/// Reads single originals again, says what is the matter with them, and writes it down.
struct Scrub: Sendable {
    let storage: Folder
    let originals: Folder
    let desk: ScrubDesk
    let reader: ScrubReader
    let ledger: LedgerView
    let logger: Logger
    let clock: any WallClock

    /// - Parameters:
    ///   - storage, originals: open.
    ///   - database: for this alone.
    init(
        storage: Folder, originals: Folder, database: Database, reader: ScrubReader, logger: Logger,
        clock: any WallClock
    ) {
        (self.storage, self.originals, self.reader) = (storage, originals, reader)
        (self.logger, self.clock) = (logger, clock)
        (desk, ledger) = (ScrubDesk(database), LedgerView(database))
    }

    /// Reads one, unless somebody else has it in hand or it is being filed or moved just now.
    ///
    /// - Returns: what was found and how many bytes were read; nil when it was left alone.
    /// - Throws: `Stopped`, `DatabaseError`.
    func read(_ candidate: ScrubCandidate) async throws -> (reading: ScrubReading, bytes: Int)? {
        guard try await desk.take(candidate) else { return nil }
        do {
            let result = try await readTaken(candidate)
            try await desk.release(candidate.row.id)
            return result
        } catch {
            try? await desk.release(candidate.row.id)
            throw error
        }
    }

    private func readTaken(_ first: ScrubCandidate) async throws -> (reading: ScrubReading, bytes: Int)? {
        var (candidate, sight) = (first, try await look(first))
        var bytes = Self.size(sight)
        if ScrubRules.finding(of: candidate, sight) != .ok {
            // Meanwhile a librarian may have healed or moved it, or may be about to.
            let underWay = try await UnderWay(JournalBook.all(in: storage), ledger: ledger)
            if let fingerprint = candidate.row.fingerprint, underWay.concerns(fingerprint) { return nil }
            guard let now = try await desk.candidate(candidate.row.id) else { return nil }
            (candidate, sight) = (now, try await look(now))
            bytes += Self.size(sight)
        }
        let reading = try await judge(candidate, sight)
        let wasWell = candidate.finding ?? .ok == .ok
        try await desk.record(reading, isNews: reading.finding != .ok || !wasWell)
        tell(reading, candidate)
        return (reading, bytes)
    }

    private func judge(_ candidate: ScrubCandidate, _ sight: ScrubSight) async throws -> ScrubReading {
        var (finding, elsewhere) = (ScrubRules.finding(of: candidate, sight), String?.none)
        if finding == .missing, let place = place(candidate) {
            elsewhere = try await reader.search(for: candidate.row, missingAt: place, below: originals)
            if elsewhere != nil { finding = .moved }
        }
        let detail = ScrubRules.sentence(finding, of: candidate, sight, at: path(candidate), elsewhere: elsewhere)
        guard finding == .ok, case .file(let file) = sight else {
            return ScrubReading(asset: candidate.row.id, time: clock.now, finding: finding, detail: detail)
        }
        return ScrubReading(
            asset: candidate.row.id, time: clock.now, finding: .ok, size: file.size, modified: file.modified)
    }

    /// Each finding once: it stands in the tables as long as it lasts.
    private func tell(_ reading: ScrubReading, _ candidate: ScrubCandidate) {
        guard reading.finding != candidate.finding ?? .ok else { return }
        if let detail = reading.detail {
            logger.error("\(detail)")
        } else {
            logger.notice("\(path(candidate)) is whole again")
        }
    }

    private func look(_ candidate: ScrubCandidate) async throws -> ScrubSight {
        guard let place = place(candidate) else {
            return .unreadable("its path does not lead below Originals")
        }
        return try await reader.look(at: place, below: originals)
    }

    private func place(_ candidate: ScrubCandidate) -> RelativePath? {
        LedgerPath.belowOriginals(candidate.row.finalPath)
    }

    /// Where the file is looked for.
    private func path(_ candidate: ScrubCandidate) -> String {
        place(candidate).map { "\(originals.path)/\($0.text)" } ?? candidate.row.finalPath
    }

    private static func size(_ sight: ScrubSight) -> Int {
        if case .file(let file) = sight { file.size } else { 0 }
    }
}
