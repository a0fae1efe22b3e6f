import ArgumentParser
import FactoryCore

/// The command that says which files may be deleted on the phone.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "List the files of which two copies are proven: the original, read again now, and that on the target.",
        discussion: """
            With --safe-to-delete one line a file, as sha256sum writes it: the SHA-256, and the path under which the phone's \
            file arrived. Nothing is deleted. Exit code 1 when an original is damaged, missing or unreadable: it is left out.
            """)

    @OptionGroup var options: FactoryOptions

    @Flag(help: "The report that is meant; there is no other.")
    var safeToDelete = false

    @Option(help: "Leave out copies that were last read back more days ago.")
    var provenWithinDays: Int?

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func validate() throws {
        guard safeToDelete else { throw ValidationError("name the report: --safe-to-delete") }
        if let days = provenWithinDays, !(1...36_500).contains(days) {
            throw ValidationError("--proven-within-days must be 1 to 36500")
        }
    }

    func run() async throws {
        try await Program.run(Backup.stage.name) { logging in
            let report = try await BackupCommandShop.lend(logging, options) { shop in
                try await SafeToDeleteSurvey(
                    shop: shop, age: provenWithinDays.map { .seconds($0 * 86_400) }
                ).run()
            }
            if json {
                try StandardOutput.write(try report.json())
            } else if !report.files.isEmpty {
                try StandardOutput.write(report.lines)
            }
            if !json {
                StandardError.write(
                    "backup: \(report.files.count) may be deleted; \(report.leftOut.count) left out whose original is not what "
                        + "it was")
            }
            return report.needsLook ? .needsLook : .done
        }
    }
}
