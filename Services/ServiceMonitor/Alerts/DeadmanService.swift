import FactoryCore
import FactoryHTTP
import Logging
import ServiceLifecycle

/// Calls a dead man's switch once a day. Whoever keeps it raises an alarm when the calls end: for a machine that is gone
/// nobody else can.
struct DeadmanService: Service {
    private let url: String
    private let client = HTTPClient(label: "deadman")
    private let logger: Logger
    private let interval: Duration
    private let retry: Duration

    /// - Parameters:
    ///   - interval: between two calls.
    ///   - retry: after a call that failed.
    init(
        url: String, logger: Logger, interval: Duration = .seconds(86_400), retry: Duration = .seconds(300)
    ) {
        (self.url, self.logger, self.interval, self.retry) = (url, logger, interval, retry)
    }

    /// Goes on until a graceful stop or a cancellation. Never throws: what goes wrong is logged once, and tried again.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var hasFailed = false
            while !Task.isCancelled {
                let outcome = await call()
                let isDelivered = outcome == .delivered
                if !isDelivered, !hasFailed, !Task.isCancelled {
                    logger.warning("the dead man's switch cannot be called: \(outcome.reason)")
                }
                if isDelivered, hasFailed { logger.notice("the dead man's switch is called again") }
                hasFailed = !isDelivered
                try? await Task.sleep(for: isDelivered ? interval : retry)
            }
        }
    }

    private func call() async -> DeliveryOutcome {
        let request = HTTPRequest(url)
        do {
            let server = try request.server()
            return DeliveryOutcome(status: try await client.send(request).status, server: server)
        } catch {
            return DeliveryOutcome(error)
        }
    }
}
