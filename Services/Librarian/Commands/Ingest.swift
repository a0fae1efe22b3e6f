import FactoryCore
import Logging

/// One pass over the inbox, with a progress bar where somebody is looking.
struct Ingest: Sendable {
    let workshop: Workshop

    /// - Returns: what became of everything that was there, and how long it took.
    func run() async throws -> IngestReport {
        let start = ContinuousClock.now
        let bar = try await ProgressBar.onTerminal { try await workshop.reader.count() }
        let pass = workshop.pass(waitsForQuiet: workshop.settings.quiet > .zero)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await bar?.draw(workshop.board) }
            defer { group.cancelAll() }
            try await workshop.stop.whileTrapping {
                try await pass.run(.inbox) { workshop.tell($0) }
            }
        }
        if workshop.stop.isSet { workshop.logger.warning("stopped before the end of the inbox") }
        return IngestReport(tally: workshop.board.current.tally, duration: .now - start)
    }
}
