import FactoryCore
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The server with everything that answers, assembled from the settings.
struct Dashboard: Sendable {
    /// How many connections are open at most; the next ones wait in the kernel's queue. Idle ones are cheap, and many
    /// of them must not keep others out.
    private static let connections = 12_000
    /// What the database, the log and files that are read need beside them.
    private static let otherFiles = 200
    /// How long a connection may be idle, or take to send a request.
    private static let patience = TimeAmount.seconds(30)
    /// How long a part of the document may take.
    private static let limit: Duration = .seconds(2)
    /// How long the database may take for anything else, such as looking for a name among millions.
    private static let searchLimit: Duration = .seconds(5)

    let keeper: SnapshotKeeper
    private let pool: ReadPool
    private let searchPool: ReadPool
    private let snapshotPool: ReadPool
    private let reviews: ReviewDesk
    private let metrics = RequestMetrics()
    private let logs: ServiceLogs
    private let followers = Places(16)
    private let sessions = Sessions()
    private let logins = LoginLimit()
    private let settings: DashboardSettings
    private let clock: any WallClock
    private let logger: Logger

    init(_ settings: DashboardSettings, clock: any WallClock, logger: Logger) {
        (self.settings, self.clock, self.logger) = (settings, clock, logger)
        let database = settings.factory.database
        pool = ReadPool(database, name: "dashboard", size: 4, queueLimit: 64, limit: Self.searchLimit)
        // A search may take seconds: pictures need not wait for it.
        searchPool = ReadPool(database, name: "dashboard search", size: 2, queueLimit: 16, limit: Self.searchLimit)
        // Apart from the others, so that no question of somebody's holds up the document; and a connection for each of its
        // parts, so that a table that hangs holds up no part but its own.
        snapshotPool = ReadPool(
            database, name: "dashboard snapshot", size: SnapshotReader.parts, queueLimit: 16, limit: Self.limit)
        reviews = ReviewDesk(database, limit: Self.searchLimit)
        let watch = settings.docker.map { ContainerWatch($0, project: settings.project, host: HostName.current) }
        logs = ServiceLogs(
            folder: settings.logs.map { LogFolder(path: $0) },
            containers: settings.docker.flatMap { address in watch.map { ContainerLogs(address, watch: $0) } })
        let reader = SnapshotReader(
            pool: snapshotPool, inbox: settings.factory.inbox, storage: settings.factory.storage, containers: watch,
            clock: clock)
        keeper = SnapshotKeeper(reader: reader)
    }

    /// Answers requests, over a connection or not.
    func responder() -> RouterResponder<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestCounting(metrics: metrics))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemMiddleware(logger: logger))
        router.add(middleware: HostCheck(rules: HostRules(names: settings.names)))
        router.add(middleware: SiteCheck())
        if let access = settings.access { router.add(middleware: AccessCheck(access: access, sessions: sessions)) }
        DashboardRoutes(keeper: keeper).add(to: router)
        ServiceRoutes(keeper: keeper, pool: pool, clock: clock).add(to: router)
        AssetRoutes(
            pool: pool, searches: searchPool, originals: Originals(storage: settings.factory.storage),
            thumbnails: SmallPictures(storage: settings.factory.storage)
        ).add(to: router)
        IntakeRoutes(pool: pool).add(to: router)
        SessionRoutes(access: settings.access, sessions: sessions, limit: logins).add(to: router)
        ReviewRoutes(access: settings.access, sessions: sessions, desk: reviews).add(to: router)
        LogRoutes(logs: logs, followers: followers).add(to: router)
        MetricsRoutes(
            metrics: metrics, keeper: keeper,
            pools: [("snapshot", snapshotPool), ("requests", pool), ("searches", searchPool)]
        )
        .add(to: router)
        PageRoutes().add(to: router)
        return router.buildResponder()
    }

    /// Listens until it is told to stop.
    func listener() -> some Service {
        var quiet = logger
        // The library's own account of starting and stopping says nothing that ours does not.
        quiet.logLevel = max(logger.logLevel, .error)
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
        let server = Application(
            responder: responder(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [StalledReaderGuard()], idleTimeout: Self.patience,
                    httpDecoderConfiguration: decoder)),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(
                    max(100, min(Self.connections, OpenFiles.raiseLimit() - Self.otherFiles)), logger: quiet)),
            onServerRunning: { [logger] channel in
                logger.info("listening", metadata: ["address": "\(channel.localAddress?.description ?? "nowhere")"])
            },
            logger: quiet)
        return Listener(server: server, place: "\(settings.host):\(settings.port)")
    }
}
