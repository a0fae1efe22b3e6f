import FactoryCore
import TestSupport
import Testing

@testable import dashboard_api

@Suite("Reviewing")
struct ReviewTests {
    private struct Login {
        let cookie: String
        let token: String

        var headers: [String: String] { ["Cookie": cookie, "X-CSRF-Token": token] }
    }

    private static let secrets = ["DASHBOARD_PASSWORD": "open sesame", "DASHBOARD_TOKEN": "for machines"]

    private func login(_ api: TestAPI) async throws -> Login {
        let answer = try await api.send("POST", "/api/v1/session", body: #"{"password": "open sesame"}"#)
        let cookie = String(try #require(answer["set-cookie"]).prefix { $0 != ";" })
        let session = try await api.get("/api/v1/session", ["Cookie": cookie])
        return Login(
            cookie: cookie,
            token: try #require(session.text.firstMatch(of: /"csrf_token":"([0-9a-f]{64})"/)?.1.description))
    }

    private func review(_ ids: [String], _ reviewed: Bool = true) -> String {
        "{\"assets\": [\(ids.map { "\"\($0)\"" }.joined(separator: ","))], \"reviewed\": \(reviewed)}"
    }

    /// How many are marked, and how many have the time of it.
    private func marked(_ database: ScratchDatabase) async throws -> [Int] {
        try await database.connect().query(
            "SELECT count(*) FILTER (WHERE is_curated), count(curated_at) FROM media_assets"
        ) { [try $0.int(0), try $0.int(1)] }.first ?? []
    }

    @Test("marks one or many, and takes it back")
    func mark() async throws {
        try await withAPI(Self.secrets) { api, database, _ in
            try await SampleRows.add(["a.jpg", "b.jpg", "c.jpg"], to: database)
            let ids = try await database.connect().query("SELECT id FROM media_assets") { try $0.string(0) }
            let login = try await login(api)
            let first = try await api.send("POST", "/api/v1/review", login.headers, body: review(Array(ids.prefix(2))))
            #expect(first.status == 200 && first.text == #"{"changed":2}"#)
            #expect(try await marked(database) == [2, 2])
            let unknown = "01234567-89ab-cdef-0123-456789abcdef"
            let all = try await api.send("POST", "/api/v1/review", login.headers, body: review(ids + [unknown]))
            #expect(all.text == #"{"changed":1}"#)
            let list = try await api.get("/api/v1/assets", login.headers)
            #expect(list.text.matches(of: /"reviewed":true/).count == 3)
            let back = try await api.send("POST", "/api/v1/review", login.headers, body: review([ids[0]], false))
            #expect(back.text == #"{"changed":1}"#)
            #expect(try await marked(database) == [2, 2])
        }
    }

    @Test("is for nobody but who has logged in, and for no page but our own")
    func refused() async throws {
        try await withAPI(Self.secrets) { api, database, _ in
            try await SampleRows.add(["a.jpg"], to: database)
            let id = try await SampleRows.id("a.jpg", in: database)
            let login = try await login(api)
            let other = try await self.login(api)
            #expect(login.token != other.token)
            let tries: [([String: String], Int)] = [
                ([:], 401), (["X-CSRF-Token": login.token], 401), (["Authorization": "Bearer for machines"], 403),
                (["Cookie": login.cookie], 403), (["Cookie": login.cookie, "X-CSRF-Token": ""], 403),
                (["Cookie": login.cookie, "X-CSRF-Token": other.token], 403),
                (login.headers.merging(["Sec-Fetch-Site": "cross-site"]) { $1 }, 403),
                (login.headers.merging(["Content-Type": "text/plain"]) { $1 }, 415),
            ]
            for (headers, status) in tries {
                let answer = try await api.send("POST", "/api/v1/review", headers, body: review([id]))
                #expect(answer.status == status, "\(headers): \(answer.text)")
            }
            #expect(try await api.get("/api/v1/review", login.headers).status == 405)
            #expect(try await marked(database) == [0, 0])
            #expect(try await api.get("/api/v1/session").text == #"{"password":true,"csrf_token":null}"#)
        }
    }

    @Test("without a password nobody can, and is told why")
    func noPassword() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add(["a.jpg"], to: database)
            let id = try await SampleRows.id("a.jpg", in: database)
            let answer = try await api.send("POST", "/api/v1/review", body: review([id]))
            #expect(answer.status == 403 && answer.text.contains("set DASHBOARD_PASSWORD"))
            #expect(try await api.get("/api/v1/session").text == #"{"password":false,"csrf_token":null}"#)
            #expect(try await marked(database) == [0, 0])
        }
    }

    @Test("what is no review is refused, however large")
    func bad() async throws {
        try await withAPI(Self.secrets) { api, _, _ in
            let login = try await login(api)
            let many = Array(repeating: "01234567-89ab-cdef-0123-456789abcdef", count: 501)
            for body in [
                "[]", "{}", review([]), review(["x"]), review(["'; DROP TABLE media_assets; --"]), review(many),
            ] {
                #expect(try await api.send("POST", "/api/v1/review", login.headers, body: body).status == 400)
            }
            let huge = review([String(repeating: "x", count: 100_000)])
            #expect(try await api.send("POST", "/api/v1/review", login.headers, body: huge).status == 413)
        }
    }
}
