import Glibc
public import Logging

/// Writes log lines to standard error, which keeps standard output free for results.
public struct FactoryLogHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let service: String
    private let format: LogFormat
    private let clock: any WallClock

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
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let line =
            switch format {
            case .text: LogLine.text(event, service: service, metadata: all, now: clock.now)
            case .json: LogLine.json(event, service: service, metadata: all, now: clock.now)
            }
        StandardError.write(line)
    }
}
