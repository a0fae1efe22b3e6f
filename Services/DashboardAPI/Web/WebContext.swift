import Hummingbird
import Logging
import NIOCore

/// What a request brings along beside itself.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Of the other end of the connection; nil where it has none.
    let address: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }

    /// Of a request that came over no connection.
    init(logger: Logger, address: String?) {
        coreContext = CoreRequestContextStorage(source: LoggerSource(logger: logger))
        self.address = address
    }

    private struct LoggerSource: RequestContextSource {
        let logger: Logger
    }
}
