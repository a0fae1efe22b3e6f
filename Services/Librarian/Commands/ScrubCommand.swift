import ArgumentParser
import FactoryCore
import Logging

struct ScrubCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scrub",
        abstract: "Read originals again that nobody has read for long, and say what became of them.")

    @OptionGroup var options: LibrarianOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    @Flag(help: "Read what is due, and what was found before: the default.")
    var once = false

    @Flag(help: "Read all originals, whenever they were read last.")
    var all = false

    @Option(help: "Days within which each original is to be read (LIBRARIAN_SCRUB_DAYS).")
    var days: String?

    @Option(help: "How fast to read at most (LIBRARIAN_SCRUB_MEGABYTES).")
    var megabytesPerSecond: String?

    func validate() throws {
        guard !(once && all) else { throw ValidationError("--once and --all exclude each other.") }
    }

    func run() async throws {
        try await Program.run("librarian") { logging in
            var flags = options.flags
            flags["LIBRARIAN_SCRUB_DAYS"] = days
            flags["LIBRARIAN_SCRUB_MEGABYTES"] = megabytesPerSecond
            let settings = try LibrarianSettings(Settings(flags: flags))
            let run = ScrubRun(settings: settings, logger: logging.logger(settings.factory), clock: SystemClock())
            let counts = try await run.run(all: all)
            try StandardOutput.write(json ? counts.json : counts.sentence)
            return counts.needsLook ? .needsLook : .done
        }
    }
}
