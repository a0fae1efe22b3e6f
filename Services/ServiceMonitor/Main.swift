import ArgumentParser
import FactoryCore

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service-monitor",
        abstract: "Reports for what cannot report itself, and tells somebody when a service fails.",
        version: FactoryVersion.current,
        subcommands: [RunCommand.self, CheckCommand.self, HealthCommand.self],
        defaultSubcommand: RunCommand.self)
}
