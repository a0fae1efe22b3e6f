import FactoryCore
import Logging

/// All with which copies are made, read back and fetched.
struct BackupWorkshop: Sendable {
    let settings: BackupSettings
    let storage: String
    let database: Database
    let rclone: Rclone
    let proof: CopyProof
    let reader: OriginalReader
    let clock: any WallClock
    let logger: Logger
    let stop: StopSignal

    /// - Throws: `SettingsError`.
    init(
        _ settings: Settings, factory: FactorySettings, width: Int, clock: any WallClock, logger: Logger,
        stop: StopSignal
    ) throws(SettingsError) {
        self.init(
            try BackupSettings(settings, factory: factory, width: width), factory: factory, clock: clock,
            logger: logger,
            stop: stop)
    }

    init(
        _ settings: BackupSettings, factory: FactorySettings, clock: any WallClock, logger: Logger, stop: StopSignal
    ) {
        (self.settings, self.clock, self.logger, self.stop) = (settings, clock, logger, stop)
        storage = factory.storage
        database = Database(factory.database, applicationName: Backup.stage.name)
        rclone = Rclone(settings.rclone, stop: stop)
        proof = CopyProof(target: settings.target, rclone: rclone)
        reader = OriginalReader(originals: "\(factory.storage)/\(Originals.folderName)", stop: stop)
    }

    var door: TargetDoor { TargetDoor(target: settings.target, rclone: rclone, database: database) }

    var round: CopyRound {
        CopyRound(
            target: settings.target, originals: "\(storage)/\(Originals.folderName)", rclone: rclone, proof: proof,
            reader: reader, database: database, clock: clock)
    }
}
