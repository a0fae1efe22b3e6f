public import Logging
public import ServiceLifecycle
import UnixSignals

/// Runs services until the process is told to stop, or one of them ends, which none should do by itself.
public struct ServiceHost: Sendable {
    /// After this long a graceful stop becomes a cancellation, so that the process is gone within ten seconds.
    private static let patience: Duration = .seconds(8)

    private let logger: Logger

    /// - Parameter logger: told when the services start and have stopped.
    public init(logger: Logger) {
        self.logger = logger
    }

    /// Starts the services in order; SIGTERM and SIGINT stop them in reverse order.
    ///
    /// Returns after a graceful stop.
    ///
    /// - Throws: what ended a service that should have gone on; the others have been cancelled then. A service that
    ///   does not heed its cancellation within a second is cut off together with the process.
    public func run(_ services: [any Service]) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = Self.patience
        configuration.maximumCancellationDuration = .seconds(1)
        logger.info("started", metadata: ["pid": "\(ProcessIdentity.current)"])
        try await ServiceGroup(configuration: configuration).run()
        logger.info("stopped")
    }

    /// The library's own account of starting and stopping says nothing that ours does not.
    private var quiet: Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .error)
        return logger
    }
}
