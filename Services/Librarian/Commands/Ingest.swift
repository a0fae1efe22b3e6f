import FactoryCore

/// One pass over the inbox, with a progress bar where somebody is looking.
struct Ingest: Sendable {
    let workshop: Workshop

    /// - Returns: what became of everything that was there, and how long it took; also when filing failed on the way,
    ///   with the reason.
    func run() async throws -> IngestReport {
        let start = ContinuousClock.now
        let bar = try await ProgressBar.onTerminal { try await workshop.reader.count() }
        let pass = workshop.pass(waitsForQuiet: workshop.settings.quiet > .zero)
        var failure: String?
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bar?.draw(workshop.board) }
            do {
                try await workshop.stop.whileTrapping {
                    try await pass.run(.inbox) { workshop.tell($0) }
                }
                if workshop.stop.isSet { failure = "told to stop before the end of the inbox" }
            } catch {
                failure = "filing stopped: \(error)"
            }
            group.cancelAll()
        }
        return IngestReport(tally: workshop.board.current.tally, duration: .now - start, failure: failure)
    }
}
