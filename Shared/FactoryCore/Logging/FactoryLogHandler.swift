import Glibc
public import Logging

/// Writes log lines to standard error, which keeps standard output free for results.
public struct FactoryLogHandler: LogHandler {
    /// What is less important is not written.
    public var logLevel: Logger.Level
    /// What belongs to each line of this logger.
    public var metadata: Logger.Metadata = [:]

    private let service: String
    private let format: LogFormat
    private let clock: any WallClock

    /// - Parameters:
    ///   - service: the name that each line bears.
    ///   - level: what is less important is not written.
    ///   - clock: tells the time of each line.
    public init(service: String, level: Logger.Level, format: LogFormat, clock: any WallClock) {
        self.service = service
        self.format = format
        self.clock = clock
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let all = everything(about: event)
        let line =
            switch format {
            case .text: LogLine.text(event, service: service, metadata: all, now: clock.now)
            case .json: LogLine.json(event, service: service, metadata: all, now: clock.now)
            }
        StandardError.write(line)
    }

    /// The logger's metadata, the event's own, which win, and the error that the event tells of.
    func everything(about event: LogEvent) -> Logger.Metadata {
        var all = metadata.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        return all
    }
}
