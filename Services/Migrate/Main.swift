import ArgumentParser
import FactoryCore
import Logging

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database's schema up to date, once, as the role that owns it.",
        version: FactoryVersion.current)

    @OptionGroup var options: FactoryOptions

    @Option(
        help:
            "Folder with one password for each service's role; the roles are made and get their rights (FACTORY_ROLES)."
    )
    var roles: String?

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    func run() async throws {
        try await Program.run(MigrateSettings.programName) { logging in
            let flags = options.flags.merging(["FACTORY_ROLES": roles].compactMapValues { $0 }) { $1 }
            let settings = try MigrateSettings(Settings(flags: flags))
            let logger = logging.logger(settings.factory)
            let report = try await SchemaMigration(settings: settings, logger: logger).run()
            try StandardOutput.write(json ? report.json : report.sentence)
            for door in report.openDoors {
                logger.warning("everybody may still use \(door), which belongs to somebody else")
            }
            return report.openDoors.isEmpty ? .done : .needsLook
        }
    }
}
