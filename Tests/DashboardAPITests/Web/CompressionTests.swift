import FactoryCore
import TestSupport
import Testing

@testable import dashboard_api

@Suite("Compression")
struct CompressionTests {
    private static func unpacked(_ answer: TestAnswer) async throws -> [UInt8] {
        try await withTemporaryFolder { folder in
            try folder.write(answer.body, to: "a.gz")
            let run = try await ProgramRun.run(.system("gzip"), ["-d", folder.path(of: "a.gz")])
            guard run.exitCode == 0 else { throw SupportError(run.standardError) }
            return try folder.read("a")
        }
    }

    @Test(
        "is for those who take it, of the document, the page and its description; each has its tag",
        arguments: ["/api/v1/dashboard", "/", "/page/app.js", "/page/base.css", "/openapi.json"])
    func tagged(_ path: String) async throws {
        try await withAPI { api, _, _ in
            let gzip = ["Accept-Encoding": "br, gzip"]
            let (packed, plain) = (try await api.get(path, gzip), try await api.get(path))
            #expect(packed["content-encoding"] == "gzip")
            #expect(plain["content-encoding"] == nil)
            #expect(packed["vary"] == "Accept-Encoding" && plain["vary"] == "Accept-Encoding")
            #expect(packed["content-type"] == plain["content-type"])
            #expect(packed.body.count < plain.body.count)
            let (tag, other) = (try #require(packed["etag"]), try #require(plain["etag"]))
            // Another snapshot may have been taken between the two.
            if other.dropLast() + "-gzip\"" == tag { #expect(try await Self.unpacked(packed) == plain.body) }
            #expect(tag != other)
            // A snapshot is kept for two seconds.
            try await eventually("the tag is known") {
                let fresh = try #require(try await api.get(path, gzip)["etag"])
                let again = try await api.get(path, gzip.merging(["If-None-Match": fresh]) { $1 })
                return again.status == 304 && again.body.isEmpty && again["etag"] == fresh
                    && again["vary"] == "Accept-Encoding" && again["content-encoding"] == nil
            }
            #expect(try await api.get(path, gzip.merging(["If-None-Match": other]) { $1 }).status == 200)
            #expect(try await api.get(path, ["If-None-Match": tag]).status == 200)
        }
    }

    @Test("is for lists that are long enough, and never for originals, events and figures")
    func others() async throws {
        try await withAPI(["DASHBOARD_LOGS": "logs"]) { api, database, folder in
            let gzip = ["Accept-Encoding": "gzip"]
            try folder.write(Array("line\n".utf8), to: "logs/short.log")
            try folder.write(Array(String(repeating: "line\n", count: 1000).utf8), to: "logs/long.log")
            try folder.write([UInt8](repeating: 65, count: 5000), to: "Storage/Originals/2023/2023-12-25/a.jpg")
            try await SampleRows.add(["a.jpg"], to: database)
            let long = try await api.get("/api/v1/logs/long?tail=900", gzip)
            #expect(long["content-encoding"] == "gzip")
            #expect(try await Self.unpacked(long) == (try await api.get("/api/v1/logs/long?tail=900")).body)
            #expect(try await api.get("/api/v1/logs/long?tail=900")["vary"] == "Accept-Encoding")
            #expect(try await api.get("/api/v1/services", gzip)["content-encoding"] == "gzip")
            let id = try await SampleRows.id("a.jpg", in: database)
            for path in ["/api/v1/logs/short", "/api/v1/assets/\(id)/original", "/metrics", "/api/v1/logs/nobody"] {
                #expect(try await api.get(path, gzip)["content-encoding"] == nil, "\(path)")
            }
            #expect(try await api.get("/api/v1/assets/\(id)/original", gzip).body.count == 5000)
        }
    }

    @Test("is what curl asks for and reads, over a real connection")
    func curl() async throws {
        try await withScratchDatabase { database in
            let environment = database.environment.merging(["DASHBOARD_PORT": "0"]) { $1 }
            try await withRunning(.built("dashboard-api"), environment: environment) { dashboard in
                try await dashboard.waitForLog("listening")
                let log = try await dashboard.log()
                let port = try #require(log.firstMatch(of: /127\.0\.0\.1\S*:(\d+)/)?.output.1)
                let url = "http://127.0.0.1:\(port)/openapi.json"
                func ask(_ arguments: String...) async throws -> String {
                    try await ProgramRun.run(.system("curl"), ["--silent", "--show-error"] + arguments + [url])
                        .standardOutput
                }
                #expect(try await ask() == String(decoding: PackageResources.openapi_json, as: UTF8.self))
                #expect(try await ask("--compressed") == (try await ask()))
                let head = try await ask("--compressed", "--head").lowercased()
                #expect(head.contains("content-encoding: gzip"))
            }
        }
    }

    @Test(
        "is what Accept-Encoding says",
        arguments: [
            (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("x-gzip", true), ("br, gzip;q=0.5", true),
            ("gzip;q=0", false), ("gzip ; q=0.0", false), ("*", true), ("*;q=0", false), ("gzip;q=0, *", false),
            ("identity", false), ("identity, gzip;q=0.5", false), ("gzip;q=x", false), ("deflate, br", false),
            ("gzip, deflate, br, zstd", true), (",;,", false),
        ] as [(String?, Bool)])
    func accepted(_ header: String?, _ isAllowed: Bool) {
        #expect(AcceptedCoding.allowsGzip(header) == isAllowed)
    }
}
