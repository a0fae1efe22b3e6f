import ArgumentParser
import FactoryCore

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "librarian",
        abstract: "Files photos and videos from the inbox by the day on which they were taken.",
        version: FactoryVersion.current,
        subcommands: [
            RunCommand.self, IngestCommand.self, AdoptCommand.self, VerifyCommand.self, ScrubCommand.self,
            ExplainCommand.self, RebuildCommand.self, RetryCommand.self, HealthCommand.self,
        ],
        defaultSubcommand: RunCommand.self)

    static func main() async {
        _ = DescriptorLimit.raise()
        DescriptorTable.reserve()
        AllocatorLimits.set()
        await main(nil)
    }
}
