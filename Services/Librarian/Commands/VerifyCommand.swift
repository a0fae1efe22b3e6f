import ArgumentParser
import FactoryCore
import Logging

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read everything again and prove that nothing is lost: journals, originals and ledger.")

    @OptionGroup var options: LibrarianOptions

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    @Flag(help: "Begin anew instead of going on where the last run was stopped.")
    var restart = false

    @Option(help: "How fast to read at most.")
    var megabytesPerSecond: Int?

    @Option(help: "A list as sha256sum writes it: each of its contents must stand somewhere.")
    var expect: String?

    func validate() throws {
        guard (1...1_000_000).contains(megabytesPerSecond ?? 1) else {
            throw ValidationError("--megabytes-per-second must be a whole number from 1 to 1000000.")
        }
    }

    func run() async throws {
        try await Program.run("librarian") { logging in
            let settings = try LibrarianSettings(Settings(flags: options.flags))
            let verify = Verify(settings: settings, logger: logging.logger(settings.factory), clock: SystemClock())
            let result = try await verify.run(
                expecting: try expect.map { try Verify.expectedContents($0) }, restart: restart,
                megabytesPerSecond: megabytesPerSecond)
            try StandardOutput.write(json ? result.counts.json : result.counts.sentence)
            return result.wasStopped || result.counts.needsLook ? .needsLook : .done
        }
    }
}
