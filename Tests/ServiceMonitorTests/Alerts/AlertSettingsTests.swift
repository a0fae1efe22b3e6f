import FactoryCore
import TestSupport
import Testing

@testable import service_monitor

@Suite("The settings of the alerts")
struct AlertSettingsTests {
    @Test("Nobody is told unless there is a URL")
    func none() throws {
        let settings = try Self.read([:])
        #expect(settings.alerts == nil)
        #expect(settings.deadmanURL == nil)
        #expect(settings.heartbeat == .seconds(300))
    }

    @Test("have defaults, and reach every field")
    func fields() throws {
        let plain = try #require(try Self.read(["ALERT_URL": "http://a/b"]).alerts)
        #expect(plain.url == "http://a/b")
        #expect(plain.format == .ntfy)
        #expect(plain.token == nil)
        #expect(plain.certificateFile == nil)
        #expect(plain.pause == .seconds(900))
        let all = try Self.read([
            "ALERT_URL": "http://a/b", "ALERT_FORMAT": "slack", "ALERT_TOKEN": "t", "ALERT_MINUTES": "0",
            "ALERT_CERTIFICATE": "/c", "DEADMAN_URL": "https://d/e", "HEARTBEAT_SECONDS": "7",
        ])
        let alerts = try #require(all.alerts)
        #expect(alerts.format == .slack)
        #expect(alerts.token == "t")
        #expect(alerts.pause == .zero)
        #expect(alerts.certificateFile == "/c")
        #expect(all.deadmanURL == "https://d/e")
        #expect(all.heartbeat == .seconds(7))
    }

    @Test("take secrets from files")
    func files() async throws {
        try await withTemporaryFolder { folder in
            try folder.write(Array("http://a/b\n".utf8), to: "url")
            try folder.write(Array("t\n".utf8), to: "token")
            let settings = try Self.read([
                "ALERT_URL_FILE": folder.path(of: "url"), "ALERT_TOKEN_FILE": folder.path(of: "token"),
                "DEADMAN_URL_FILE": folder.path(of: "url"),
            ])
            #expect(settings.alerts?.url == "http://a/b")
            #expect(settings.alerts?.token == "t")
            #expect(settings.deadmanURL == "http://a/b")
        }
    }

    @Test(
        "What cannot be used is told by its key, and no secret with it",
        arguments: [
            ("ALERT_URL", "secret"), ("ALERT_URL", "file:///secret"), ("DEADMAN_URL", "ftp://a/secret"),
            ("ALERT_FORMAT", "smoke"), ("ALERT_MINUTES", "-1"), ("ALERT_MINUTES", "soon"),
        ])
    func bad(key: String, value: String) throws {
        let error = #expect(throws: SettingsError.self) { try Self.read([key: value]) }
        #expect(error?.key == key)
        #expect(error?.description.contains("secret") == false)
    }

    @Test(
        "A template has to be JSON that knows its places",
        arguments: [
            "", "{title}", #"{"a": {title}}"#, #"{"a": "{title}""#, #"{"a": "{titel}"}"#, #"{"a": "{Title}"}"#, "text",
        ])
    func badTemplate(text: String) throws {
        let error = #expect(throws: SettingsError.self) {
            try Self.read(["ALERT_URL": "http://a/b", "ALERT_FORMAT": "template", "ALERT_TEMPLATE": text])
        }
        #expect(error?.key == "ALERT_TEMPLATE")
    }

    @Test("and may be any JSON", arguments: [#"{}"#, #"["{title} {message}"]"#, #""{light}""#, #"{"{title}": 1}"#])
    func goodTemplate(text: String) throws {
        let settings = try Self.read(["ALERT_URL": "http://a/b", "ALERT_FORMAT": "template", "ALERT_TEMPLATE": text])
        #expect(settings.alerts != nil)
    }

    private static func read(_ environment: [String: String]) throws -> MonitorSettings {
        try MonitorSettings(Settings(flags: [:], environment: environment))
    }
}
