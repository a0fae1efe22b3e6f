public import ArgumentParser

/// The command of a worker that lets it try again at once what it failed with, also what it had given up.
public struct WorkerRetryCommand<Worker: WorkerProgram>: AsyncParsableCommand {
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retry", abstract: "Try again at once what failed, also what was given up.",
            discussion: "The running service takes it up when it comes by; 'run --once' does without one.")
    }

    @OptionGroup var options: FactoryOptions

    @Argument(help: "The id of one asset; all that failed without it.")
    var asset: String?

    @Flag(help: "Print the result as one JSON object on standard output.")
    var json = false

    public init() {}

    public func validate() throws {
        guard let asset, !AssetID.isValid(asset) else { return }
        throw ValidationError("'\(asset)' is no asset's id, such as 01234567-89ab-cdef-0123-456789abcdef")
    }

    public func run() async throws {
        try await Program.run(Worker.stage.name) { _ in
            let factory = try FactorySettings(Settings(flags: options.flags))
            let database = Database(factory.database, applicationName: "\(Worker.stage.name) retry")
            let retried = try await database.use { [asset] connection in
                try await Migrator(connection: connection).verify()
                return try await connection.execute(FailureRecordsTable.retry(Worker.stage, asset: asset))
            }
            try StandardOutput.write(json ? "{\"retried\":\(retried)}" : "\(retried) to be tried again")
            return .done
        }
    }
}
