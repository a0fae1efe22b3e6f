import ArgumentParser
import FactoryCore

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy originals to a second target, and read every copy back before it counts.",
        version: FactoryVersion.current,
        subcommands: [
            WorkerRunCommand<Backup>.self, WorkerRetryCommand<Backup>.self, HealthCommand.self, RestoreTestCommand.self,
            HealCommand.self, ReportCommand.self,
        ],
        defaultSubcommand: WorkerRunCommand<Backup>.self)
}
