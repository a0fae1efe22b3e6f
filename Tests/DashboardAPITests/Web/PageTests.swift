import Foundation
import TestSupport
import Testing

@testable import dashboard_api

@Suite("The page")
struct PageTests {
    @Test("is served with every file that it has")
    func files() async throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Services/DashboardAPI/Page").standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let paths = names.map { $0 == "index.html" ? "/" : "/page/\($0)" }
        #expect(!names.isEmpty)
        #expect(Set(paths) == Set(PageFiles.all.keys))
        try await withAPI { api, _, _ in
            for (name, path) in zip(names, paths) {
                let answer = try await api.get(path)
                let bytes = try Data(contentsOf: folder.appending(path: name))
                #expect(Data(answer.body) == bytes, "\(name)")
            }
        }
    }

    @Test("is there without a password, and what it shows is not")
    func password() async throws {
        try await withAPI(["DASHBOARD_PASSWORD": "secret"]) { api, _, _ in
            let script = try await api.get("/page/app.js")
            #expect(script.status == 200)
            #expect(try await api.get("/").text.contains("<script"))
            #expect(try await api.get("/api/v1/dashboard").status == 401)
            #expect(try await api.get("/page/none").status == 401)
        }
    }

    @Test("is there to be asked for, like everything else, and says so to who wants to change it")
    func otherMethods() async throws {
        try await withAPI { api, _, _ in
            for path in ["/", "/api/v1/dashboard", "/api/v1/assets/x", "/healthz"] {
                let answer = try await api.send("DELETE", path)
                #expect(answer.status == 405)
                #expect(answer["allow"] == "GET, HEAD")
            }
            #expect(try await api.send("PUT", "/api/v1/session")["allow"] == "GET, HEAD, POST, DELETE")
        }
    }

    @Test("is not sent again to who has it")
    func tag() async throws {
        try await withAPI { api, _, _ in
            let first = try await api.get("/page/app.js")
            let tag = try #require(first["etag"])
            #expect(try await api.get("/page/app.js", ["If-None-Match": tag]).status == 304)
            #expect(first["content-security-policy"]?.contains("default-src 'none'") == true)
        }
    }
}
