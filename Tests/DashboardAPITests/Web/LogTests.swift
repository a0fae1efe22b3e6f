import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import dashboard_api

@Suite("Logs")
struct LogTests {
    @Test("are shown from their end, and only those of services")
    func tail() async throws {
        try await withAPI(["DASHBOARD_LOGS": "logs"]) { api, _, folder in
            try folder.write(Array((1...500).map { "line \($0)\n" }.joined().utf8), to: "logs/librarian.log")
            try folder.write([], to: "secret.log")
            symlink(folder.path(of: "secret.log"), folder.path(of: "logs/link.log"))
            let log = try await api.get("/api/v1/logs/librarian?tail=2").object()
            #expect(log["lines"] as? [String] == ["line 499", "line 500"])
            #expect(log["source"] as? String == "file")
            for unknown in ["nobody", "link", "..%2fsecret", "%2e%2e"] {
                #expect(try await api.get("/api/v1/logs/\(unknown)").status == 404)
            }
            #expect(try await api.get("/api/v1/logs/librarian?tail=0").status == 400)
        }
    }

    @Test("go on where they are followed, also in a new file")
    func more() async throws {
        try await withTemporaryFolder { folder in
            try folder.write(Array("one\ntw".utf8), to: "a.log")
            let file = try #require(await LogFolder(path: folder.path).open("a"))
            #expect(await file.tail(10) == ["one"])
            try folder.append(Array("o\nthree\n".utf8), to: "a.log")
            #expect(await file.more() == ["two", "three"])
            #expect(await file.more() == [])
            try folder.append(Array("four\n".utf8), to: "a.log")
            try folder.rename("a.log", to: "a.log.1")
            try folder.write(Array("five\n".utf8), to: "a.log")
            #expect(await file.more() == ["four", "five"])
        }
    }
}
