import FactoryCore

/// One pass over the inbox, with a progress bar where somebody is looking.
struct Ingest: Sendable {
    /// How long the pass waits at its end for a database that went away meanwhile.
    private static let databasePatience: Duration = .seconds(30)

    let workshop: Workshop
    /// Whether the database was there at the start: one that was not is not waited for.
    let hasDatabase: Bool

    /// - Returns: what became of everything that was there, and how long it took; also when filing failed on the way,
    ///   with the reason.
    func run() async throws -> IngestReport {
        let start = ContinuousClock.now
        let bar = try await PassBar.onTerminal { try await workshop.reader.count() }
        var failure: String?
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bar?.draw(workshop.board) }
            do {
                failure = try await workshop.stop.whileTrapping { try await file() }
            } catch {
                failure = "filing stopped: \(error)"
            }
            group.cancelAll()
        }
        return IngestReport(tally: workshop.board.current.tally, duration: .now - start, failure: failure)
    }

    /// - Returns: what was left undone.
    private func file() async throws -> String? {
        let pass = workshop.pass(waitsForQuiet: workshop.settings.quiet > .zero)
        try await pass.run(.inbox) { workshop.tell($0) }
        try await workshop.healingPass()?.run(.inbox) { workshop.tell($0) }
        let end = ContinuousClock.now + (hasDatabase ? Self.databasePatience : .zero)
        while !workshop.stop.isSet, try await !workshop.catchUp() {
            guard ContinuousClock.now < end else {
                return "the database is away; the rows of what was filed are written by the next run"
            }
            await workshop.stop.sleep(for: .seconds(1))
        }
        if workshop.stop.isSet { return "told to stop before the end of the inbox" }
        return workshop.board.current.damages.first.map { "all was filed, but \($0)" }
    }
}
