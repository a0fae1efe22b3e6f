import ArgumentParser
import FactoryCore

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocoder",
        abstract: "Say where photos were taken: the names of places, without asking anybody on the internet.",
        version: FactoryVersion.current,
        subcommands: [
            WorkerRunCommand<Geocoder>.self, WorkerRetryCommand<Geocoder>.self, HealthCommand.self, WhereCommand.self,
            MeasureCommand.self,
        ],
        defaultSubcommand: WorkerRunCommand<Geocoder>.self)
}
