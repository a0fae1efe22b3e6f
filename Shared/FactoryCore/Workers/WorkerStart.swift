public import Logging

/// What a worker is given at its start.
public struct WorkerStart: Sendable {
    /// For what it alone is told.
    public let settings: Settings
    public let common: WorkerProgramSettings
    public let logger: Logger
    public let clock: any WallClock

    public init(settings: Settings, common: WorkerProgramSettings, logger: Logger, clock: any WallClock) {
        (self.settings, self.common, self.logger, self.clock) = (settings, common, logger, clock)
    }
}
