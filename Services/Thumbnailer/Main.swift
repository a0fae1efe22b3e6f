import ArgumentParser
import FactoryCore

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thumbnailer",
        abstract: "Make small pictures of photos and videos. Originals are only read.",
        version: FactoryVersion.current,
        subcommands: [
            WorkerRunCommand<Thumbnailer>.self, WorkerRetryCommand<Thumbnailer>.self, HealthCommand.self,
            MakeAgainCommand.self,
        ],
        defaultSubcommand: WorkerRunCommand<Thumbnailer>.self)
}
