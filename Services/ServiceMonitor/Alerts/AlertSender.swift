import FactoryCore
import FactoryHTTP

/// Delivers alerts, over a thread of its own.
struct AlertSender: Sendable {
    private let settings: AlertSettings
    private let client = HTTPClient(label: "alerts")

    init(_ settings: AlertSettings) {
        self.settings = settings
    }

    /// Tries once.
    func send(_ alert: Alert, now: Timestamp) async -> DeliveryOutcome {
        let request = AlertRequest.make(alert, settings, now: now)
        do {
            let server = try request.server()
            return DeliveryOutcome(status: try await client.send(request).status, server: server)
        } catch {
            return DeliveryOutcome(error)
        }
    }
}
