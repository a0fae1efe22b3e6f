import FactoryCore
import Glibc
import Hummingbird
import NIOCore
import ServiceLifecycle

/// The server as one of the program's services.
struct Listener<Server: ApplicationProtocol>: Service {
    let server: Server
    /// Where it listens.
    let place: String

    /// Serves until it is told to stop.
    ///
    /// - Throws: `StartupError` when it cannot listen there.
    func run() async throws {
        do {
            try await server.run()
        } catch let error as IOError {
            throw StartupError(
                "nobody can listen on \(place), which DASHBOARD_HOST and DASHBOARD_PORT say: "
                    + String(cString: strerror(error.errnoCode)))
        }
    }
}
