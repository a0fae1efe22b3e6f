import FactoryCore
import FactoryHTTP

/// What became of an alert.
enum DeliveryOutcome: Sendable, Hashable {
    case delivered
    /// It may work soon.
    case failed(String)
    /// It will not work before somebody changes something.
    case refused(String)

    /// Why not; empty when it was.
    var reason: String {
        switch self {
        case .delivered: ""
        case .failed(let reason), .refused(let reason): reason
        }
    }

    /// What an answer means; `server` is its host.
    init(status: Int, server: String) {
        switch status {
        case 200...299: self = .delivered
        // Too slow, too early, too often.
        case 408, 425, 429, 500...: self = .failed("\(server) answered \(status)")
        default: self = .refused("\(server) answered \(status)")
        }
    }

    /// What it means that there is none.
    init(_ error: HTTPError) {
        self = error.kind == .unusable ? .refused("\(error)") : .failed("\(error)")
    }
}
