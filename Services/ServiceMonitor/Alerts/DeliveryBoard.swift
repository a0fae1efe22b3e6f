import FactoryCore
import Synchronization

/// Whether alerts can be delivered, for the monitor's own heartbeat.
final class DeliveryBoard: Sendable {
    private let kept = Mutex<String?>(nil)

    /// - Parameter complaint: why they cannot; nil when they can.
    /// - Returns: whether there was none before and is one now, or the other way round.
    func set(_ complaint: String?) -> Bool {
        kept.withLock { kept in
            defer { kept = complaint }
            return (kept == nil) != (complaint == nil)
        }
    }

    /// `health`, unless alerts cannot be delivered: the owner would not hear of worse.
    func judge(_ health: ServiceHealth) -> ServiceHealth {
        guard let complaint = kept.withLock({ $0 }) else { return health }
        return ServiceHealth(
            status: health.status == .error ? .error : .warning,
            task: "Alerts cannot be delivered: \(complaint) (\(health.task))")
    }
}
