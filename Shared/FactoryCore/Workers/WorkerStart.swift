public import Logging

/// What a worker is given at its start.
public struct WorkerStart: Sendable {
    /// For what it alone is told.
    public let settings: Settings
    public let common: WorkerProgramSettings
    public let logger: Logger
    public let clock: any WallClock
    /// Set when nothing more is to be begun: for long work, which is given back then.
    public let stop: StopSignal
    /// Whether it is to end when nothing waits that can be done now.
    public let isOnce: Bool

    public init(
        settings: Settings, common: WorkerProgramSettings, logger: Logger, clock: any WallClock,
        stop: StopSignal = StopSignal(), isOnce: Bool = false
    ) {
        (self.settings, self.common, self.logger, self.clock) = (settings, common, logger, clock)
        (self.stop, self.isOnce) = (stop, isOnce)
    }
}
