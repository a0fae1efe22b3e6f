public import ArgumentParser

/// The flags that every service takes; each stands for the setting of the same name. A password has no flag, for
/// everybody on the machine can read those.
public struct FactoryOptions: ParsableArguments {
    @Option(help: "Folder that holds inbox and storage (FACTORY_ROOT).")
    public var root: String?

    @Option(help: "Folder in which photos arrive (PHOTOS_INBOX).")
    public var inbox: String?

    @Option(help: "Folder in which photos are kept (STORAGE).")
    public var storage: String?

    @Option(help: "Host or socket folder of PostgreSQL (PGHOST).")
    public var pghost: String?

    @Option(help: "Port of PostgreSQL (PGPORT).")
    public var pgport: String?

    @Option(help: "Role to log in as (PGUSER).")
    public var pguser: String?

    @Option(help: "Name of the database (PGDATABASE).")
    public var pgdatabase: String?

    @Option(help: "Seconds between two heartbeats (HEARTBEAT_SECONDS).")
    public var heartbeatSeconds: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical (LOG_LEVEL).")
    public var logLevel: String?

    @Option(help: "text or json (LOG_FORMAT).")
    public var logFormat: String?

    /// No flag given; the argument parser fills them in.
    public init() {}

    /// The flags that were given, by the names of their settings.
    public var flags: [String: String] {
        let all: [String: String?] = [
            "FACTORY_ROOT": root, "PHOTOS_INBOX": inbox, "STORAGE": storage, "PGHOST": pghost, "PGPORT": pgport,
            "PGUSER": pguser, "PGDATABASE": pgdatabase, "HEARTBEAT_SECONDS": heartbeatSeconds,
            "LOG_LEVEL": logLevel, "LOG_FORMAT": logFormat,
        ]
        return all.compactMapValues { $0 }
    }
}
