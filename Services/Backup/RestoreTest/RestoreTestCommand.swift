import ArgumentParser
import FactoryCore

/// The command that makes a restore test now.
struct RestoreTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore-test",
        abstract: "Fetch copies by chance from the target and see whether they still are what was copied.",
        discussion: "What is not is copied again by the running service. The service makes such a test once a day.")

    @OptionGroup var options: FactoryOptions

    @Option(help: "How many copies; BACKUP_RESTORE_TEST_SAMPLE without it.")
    var sample: Int?

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func validate() throws {
        if let sample, !(1...1_000_000).contains(sample) { throw ValidationError("--sample must be 1 to 1000000") }
    }

    func run() async throws {
        try await Program.run(Backup.stage.name) { logging in
            let finding = try await BackupCommandShop.lend(logging, options) { shop in
                try await RestoreTest(shop: shop).run(sample: sample ?? max(1, shop.settings.testSample))
            }
            try StandardOutput.write(json ? finding.json : finding.sentence)
            return finding.needsLook ? .needsLook : .done
        }
    }
}
