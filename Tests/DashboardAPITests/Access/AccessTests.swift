import FactoryCore
import TestSupport
import Testing

@testable import dashboard_api

@Suite("With a password")
struct AccessTests {
    private let secrets = ["DASHBOARD_PASSWORD": "open sesame", "DASHBOARD_TOKEN": "for machines"]

    @Test("nothing is shown without it but the page that asks for it")
    func closed() async throws {
        try await withAPI(secrets) { api, _, _ in
            for path in ["/api/v1/dashboard", "/api/v1/assets", "/openapi.json", "/nothing", "/api/v1/session/x"] {
                let answer = try await api.get(path)
                #expect(answer.status == 401)
                #expect(answer["content-type"] == "application/problem+json")
            }
            #expect(try await api.get("/").status == 200)
            #expect(try await api.get("/healthz").status == 200)
        }
    }

    @Test("who says it is let in until the end of the session")
    func session() async throws {
        try await withAPI(secrets) { api, _, _ in
            let login = try await api.send("POST", "/api/v1/session", body: #"{"password": "open sesame"}"#)
            #expect(login.status == 204)
            let cookie = try #require(login["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
            let pair = String(cookie.prefix { $0 != ";" })
            #expect(try await api.get("/api/v1/services", ["Cookie": "a=b; \(pair)"]).status == 200)
            #expect(try await api.send("DELETE", "/api/v1/session", ["Cookie": pair]).status == 204)
            #expect(try await api.get("/api/v1/services", ["Cookie": pair]).status == 401)
        }
    }

    @Test("machines are let in by their token, and by nothing like it")
    func token() async throws {
        try await withAPI(secrets) { api, _, _ in
            let right = try await api.get("/api/v1/services", ["Authorization": "Bearer for machines"])
            #expect(right.status == 200)
            for wrong in [
                "Bearer for machine", "Bearer for machinesfor machines", "Bearer ", "for machines", "Basic x",
            ] {
                #expect(try await api.get("/api/v1/services", ["Authorization": wrong]).status == 401)
            }
        }
    }

    @Test("nobody can try many")
    func guessing() async throws {
        try await withAPI(secrets) { api, _, _ in
            for _ in 0..<10 {
                #expect(try await api.send("POST", "/api/v1/session", body: #"{"password": "x"}"#).status == 401)
            }
            let answer = try await api.send("POST", "/api/v1/session", body: #"{"password": "open sesame"}"#)
            #expect(answer.status == 429)
            #expect(answer["retry-after"] == "60")
        }
    }

    @Test("those that are under way at the same time count as well")
    func guessingAtOnce() async throws {
        try await withAPI(secrets) { api, _, _ in
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await api.send("POST", "/api/v1/session", body: #"{"password": "x"}"#).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 401 } == 10)
            #expect(statuses.count { $0 == 429 } == 40)
        }
    }

    @Test("a page from elsewhere can neither ask nor try")
    func otherSites() async throws {
        try await withAPI(secrets) { api, _, _ in
            let login = #"{"password": "open sesame"}"#
            let form = try await api.send("POST", "/api/v1/session", ["Content-Type": "text/plain"], body: login)
            #expect(form.status == 415)
            let foreign = try await api.send("POST", "/api/v1/session", ["Sec-Fetch-Site": "cross-site"], body: login)
            #expect(foreign.status == 403)
            let picture = try await api.get("/api/v1/logs/librarian/follow", ["Sec-Fetch-Site": "cross-site"])
            #expect(picture.status == 403)
            #expect(try await api.get("/", ["Sec-Fetch-Site": "cross-site"]).status == 200)
        }
    }

    @Test("what is no login is refused, however large")
    func badLogin() async throws {
        try await withAPI(secrets) { api, _, _ in
            let bare = try await api.send("POST", "/api/v1/session", body: "open sesame")
            #expect(bare.status == 400)
            let large = #"{"password": "\#(String(repeating: "x", count: 5000))"}"#
            #expect(try await api.send("POST", "/api/v1/session", body: large).status == 413)
        }
    }

    @Test("a token alone protects nothing, and is refused")
    func tokenAlone() {
        #expect(throws: SettingsError.self) {
            try DashboardSettings(Settings(flags: [:], environment: ["DASHBOARD_TOKEN": "x"]))
        }
    }

    @Test("a session ends by itself, and a limit too")
    func times() {
        let (sessions, limit, now) = (Sessions(), LoginLimit(), ContinuousClock.now)
        let name = sessions.begin(now: now)
        #expect(sessions.holds(name, now: now + .seconds(60)))
        #expect(!sessions.holds(name, now: now + Sessions.lifetime))
        for _ in 0..<10 { #expect(limit.take("a", now: now)) }
        #expect(!limit.take("a", now: now))
        #expect(limit.take("b", now: now))
        limit.giveBack("a")
        #expect(limit.take("a", now: now))
        #expect(!limit.take("a", now: now))
        #expect(limit.take("a", now: now + LoginLimit.window))
    }
}
