import ArgumentParser
import FactoryCore
import Logging

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Make the ledger again from journals and originals.")

    @OptionGroup var options: LibrarianOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run("librarian") { logging in
            let settings = try LibrarianSettings(Settings(flags: options.flags))
            let logger = logging.logger(settings.factory)
            let rebuild = Rebuild(settings: settings, logger: logger, clock: SystemClock())
            do {
                let report = try await rebuild.stop.whileTrapping {
                    try await rebuild.board.whileDrawing { try await rebuild.run() }
                }
                try StandardOutput.write(json ? report.json : report.sentence)
                return report.troubles > 0 ? .needsLook : .done
            } catch is Stopped {
                throw StartupError("stopped before the end; run 'librarian rebuild' again")
            }
        }
    }
}
