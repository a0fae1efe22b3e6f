import FactoryCore
import FactoryHTTP
import Testing

@testable import service_monitor

@Suite("The request that tells of an alert")
struct AlertRequestTests {
    private static let green = Alert(report: report(at: 800), change: .recovered(moment(901)), redSince: moment(181))

    @Test("is text with headers for ntfy")
    func ntfy() throws {
        let request = try Self.request(redAlert("café\n\u{7}"), [:])
        #expect(request.method == .post)
        #expect(request.url == "https://example.org/topic")
        #expect(
            request.headers == [
                HTTPHeader("Content-Type", "text/plain; charset=utf-8"),
                HTTPHeader("Title", "Photo Factory: caf??? is red"), HTTPHeader("Priority", "high"),
                HTTPHeader("Tags", "red_circle"),
            ])
        #expect(Self.body(request).hasPrefix("No heartbeat since 2026-11-28 05:12 UTC"))
        let headers = try Self.request(Self.green, [:]).headers
        #expect(headers.contains(HTTPHeader("Priority", "default")))
        #expect(headers.contains(HTTPHeader("Tags", "green_circle")))
    }

    @Test("is JSON for Gotify, with the token in a header")
    func gotify() throws {
        let request = try Self.request(
            redAlert(task: "a \"b\"\n"), ["ALERT_FORMAT": "gotify", "ALERT_TOKEN": "secret", "ALERT_CERTIFICATE": "/c"])
        #expect(
            request.headers == [
                HTTPHeader("Content-Type", "application/json"), HTTPHeader("Authorization", "Bearer secret"),
            ])
        #expect(request.certificateFile == "/c")
        #expect(
            Self.body(request) == """
                {"title": "Photo Factory: librarian is red", "message": "No heartbeat since 2026-11-28 05:12 UTC \
                (interval 60 s). It last said: a \\"b\\"\\n", "priority": 8}
                """)
        #expect(try Self.body(Self.request(Self.green, ["ALERT_FORMAT": "gotify"])).hasSuffix("\"priority\": 4}"))
    }

    @Test("is JSON for Slack and those that do as it does, and mentions nobody")
    func slack() throws {
        let request = try Self.request(redAlert(task: "<!channel> & co"), ["ALERT_FORMAT": "slack"])
        #expect(
            Self.body(request) == """
                {"text": "Photo Factory: librarian is red\\nNo heartbeat since 2026-11-28 05:12 UTC (interval 60 s). \
                It last said: &lt;!channel&gt; &amp; co"}
                """)
    }

    @Test("is whatever JSON the owner wants")
    func template() throws {
        let template = #"{"a": ["{title}", "{message}"], "{service}": "{light} at {time}", "n": 5}"#
        let request = try Self.request(
            redAlert(task: "\"{light}\" \\"), ["ALERT_FORMAT": "template", "ALERT_TEMPLATE": template])
        #expect(request.headers == [HTTPHeader("Content-Type", "application/json")])
        #expect(
            Self.body(request) == """
                {"a": ["Photo Factory: librarian is red", "No heartbeat since 2026-11-28 05:12 UTC (interval 60 s). \
                It last said: \\"{light}\\" \\\\"], "librarian": "red at 2026-11-28T05:17:00Z", "n": 5}
                """)
    }

    private static func request(_ alert: Alert, _ environment: [String: String]) throws -> HTTPRequest {
        let all = environment.merging(["ALERT_URL": "https://example.org/topic"]) { $1 }
        let settings = try #require(try AlertSettings(Settings(flags: [:], environment: all)))
        return AlertRequest.make(alert, settings, now: moment(300))
    }

    private static func body(_ request: HTTPRequest) -> String {
        String(decoding: request.body ?? [], as: UTF8.self)
    }
}
