import FactoryCore

/// What commands beside the service have in common.
enum BackupCommandShop {
    /// Lends a workshop, once the database has the schema that it needs and the target is the right one. A signal stops it.
    static func lend<Result: Sendable>(
        _ logging: ProgramLogging, _ options: FactoryOptions, _ body: (BackupWorkshop) async throws -> Result
    ) async throws -> Result {
        let settings = Settings(flags: options.flags)
        let common = try WorkerProgramSettings(settings, service: Backup.stage.name, usual: Backup.usual)
        let stop = StopSignal()
        let shop = try BackupWorkshop(
            settings, factory: common.factory, width: common.engine.width, clock: SystemClock(),
            logger: logging.logger(common.factory), stop: stop)
        do {
            return try await stop.whileTrapping {
                try await shop.database.use { try await Migrator(connection: $0).verify() }
                try await shop.door.check()
                return try await body(shop)
            }
        } catch is CancellationError {
            throw StartupError("stopped before the end")
        }
    }
}
