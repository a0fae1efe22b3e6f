import ArgumentParser
import FactoryCore
import Logging

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell everything that ever happened to one file.")

    @OptionGroup var options: LibrarianOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    @Argument(
        help: "A file, the path or name that a file had, or a SHA-256 (8 digits are enough where they are unique).")
    var file: String

    func run() async throws {
        try await Program.run("librarian") { logging in
            let settings = try LibrarianSettings(Settings(flags: options.flags))
            let logger = logging.logger(settings.factory)
            let explanation = try await Self.explain(RawArgument.bytes(of: file), settings)
            if json {
                try StandardOutput.write(try ExplanationJSON(explanation).line())
            } else {
                for line in ExplanationText.lines(explanation) { try StandardOutput.write(line) }
            }
            if !explanation.isKnown { logger.error("nothing is known of \(explanation.asked): \(Self.advice)") }
            return explanation.needsLook ? .needsLook : .done
        }
    }

    private static let advice =
        "no journal and no row names it, and the content of such a file never came through the inbox"

    private static func explain(_ argument: [UInt8], _ settings: LibrarianSettings) async throws -> Explanation {
        let storage: Folder
        do {
            storage = try Folder.open(settings.factory.storage)
        } catch {
            throw StartupError("STORAGE: \(error); is it mounted?")
        }
        let database = Database(settings.factory.database, applicationName: "\(settings.heartbeatName) explain")
        var explainer = try Explainer(
            storage: storage, history: LedgerHistory(database),
            reader: StoredContentReader(throttle: nil, stop: StopSignal()))
        return try await explainer.explain(argument, in: AbsolutePath.workingDirectory)
    }
}
