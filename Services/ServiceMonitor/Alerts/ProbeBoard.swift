import FactoryCore
import Synchronization

/// What the probes of this process found last, for the alerts: it counts even while the database is away.
final class ProbeBoard: Sendable {
    private let kept = Mutex<[String: ProbeReport]>([:])

    /// Replaces what was known of a service; `service` is its name in the tables.
    func note(_ service: String, _ report: ProbeReport) {
        kept.withLock { $0[service] = report }
    }

    /// The latest report of each service that was ever probed, by its name.
    var reports: [String: ProbeReport] { kept.withLock { $0 } }
}
