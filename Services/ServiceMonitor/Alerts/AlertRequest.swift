import FactoryCore
import FactoryHTTP

/// The request that tells a server of an alert.
enum AlertRequest {
    static func make(_ alert: Alert, _ settings: AlertSettings, now: Timestamp) -> HTTPRequest {
        let message = AlertMessage(alert)
        let (headers, body) = content(alert, message, settings.format, now: now)
        let token = settings.token.map { [HTTPHeader("Authorization", "Bearer \($0)")] } ?? []
        return HTTPRequest(
            settings.url, method: .post, headers: headers + token, body: Array(body.utf8),
            certificateFile: settings.certificateFile)
    }

    private static func content(
        _ alert: Alert, _ message: AlertMessage, _ format: AlertSettings.Format, now: Timestamp
    ) -> (headers: [HTTPHeader], body: String) {
        let isRed = alert.light == .red
        switch format {
        case .ntfy:
            let headers = [
                HTTPHeader("Content-Type", "text/plain; charset=utf-8"),
                HTTPHeader("Title", headerText(message.title)),
                HTTPHeader("Priority", isRed ? "high" : "default"),
                HTTPHeader("Tags", isRed ? "red_circle" : "green_circle"),
            ]
            return (headers, message.text)
        case .gotify:
            let fields = "\"title\": \(JSONText.quoted(message.title)), \"message\": \(JSONText.quoted(message.text))"
            return (json, "{\(fields), \"priority\": \(isRed ? 8 : 4)}")
        case .slack:
            return (json, "{\"text\": \(JSONText.quoted(escaped("\(message.title)\n\(message.text)")))}")
        case .template(let template):
            return (json, template.body(alert, message, now: now))
        }
    }

    private static let json = [HTTPHeader("Content-Type", "application/json")]

    /// One line of ASCII: all that every server reads in a header.
    private static func headerText(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { (" "..."~").contains($0) ? $0 : "?" }))
    }

    /// Slack takes these three for its own marks, such as the mention of everybody.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
