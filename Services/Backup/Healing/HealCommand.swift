import ArgumentParser
import FactoryCore

/// The command that fetches the right bytes of damaged originals.
struct HealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heal",
        abstract: "Fetch the right bytes of damaged or missing originals from the target into Storage/Healing.",
        discussion: """
            Each original is read again first: one that is what it should be is left alone. What was fetched is proven by its \
            SHA-256. Put the files into the inbox then: the librarian sees whose bytes they are, puts them in place, and keeps \
            the damaged ones in Storage/Quarantine.
            """)

    @OptionGroup var options: FactoryOptions

    @Argument(help: "SHA-256 hashes of the ledger, or paths of originals, as `librarian verify` names them.")
    var originals: [String]

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func validate() throws {
        for original in originals where HealRequest(original) == nil {
            throw ValidationError("'\(original)' is neither a SHA-256 nor the path of an original")
        }
    }

    func run() async throws {
        try await Program.run(Backup.stage.name) { logging in
            let report = try await BackupCommandShop.lend(logging, options) {
                try await Healing(shop: $0).run(originals)
            }
            try StandardOutput.write(json ? report.json() : report.sentences)
            return report.needsLook ? .needsLook : .done
        }
    }
}
