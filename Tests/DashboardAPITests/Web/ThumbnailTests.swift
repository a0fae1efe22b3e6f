import FactoryCore
import Glibc
import TestSupport
import Testing

@Suite("Thumbnails")
struct ThumbnailTests {
    /// Adds an asset, and says what it is called for its thumbnails.
    private func add(_ name: String, to database: ScratchDatabase) async throws -> (id: String, hash: String) {
        try await SampleRows.add([name], to: database)
        return (try await SampleRows.id(name, in: database), try SHA256.of(Array(name.utf8)).hex)
    }

    private func file(_ hash: String, _ size: Int) -> String {
        "Storage/Thumbnails/\(hash.prefix(2))/\(hash)-\(size).webp"
    }

    @Test("are given out in two sizes, for good, and not at all to those who have them")
    func sizes() async throws {
        try await withAPI { api, database, folder in
            let (id, hash) = try await add("a.jpg", to: database)
            for size in [256, 1024] { try folder.write(Array("picture \(size)".utf8), to: file(hash, size)) }
            for (query, size) in [("", 256), ("?size=256", 256), ("?size=1024", 1024)] {
                let answer = try await api.get("/api/v1/assets/\(id)/thumbnail\(query)")
                #expect(answer.status == 200 && answer.body == Array("picture \(size)".utf8))
                #expect(answer["content-type"] == "image/webp")
                #expect(answer["cache-control"] == "private, max-age=31536000, immutable")
                #expect(answer["etag"] == "\"\(hash)-\(size)\"")
                #expect(answer["x-content-type-options"] == "nosniff")
                #expect(answer["content-security-policy"]?.contains("sandbox") == true)
                let again = try await api.get(
                    "/api/v1/assets/\(id)/thumbnail\(query)", ["If-None-Match": "\"\(hash)-\(size)\""])
                #expect(again.status == 304 && again.body.isEmpty)
            }
            #expect(
                try await api.get("/api/v1/assets/\(id)/thumbnail?size=1024", ["If-None-Match": "\"\(hash)-256\""])
                    .status
                    == 200)
        }
    }

    @Test(
        "in other sizes are none",
        arguments: ["255", "0", "-256", "big", "256.0", "../../secret", "99999999999999999999"])
    func otherSizes(_ size: String) async throws {
        try await withAPI { api, database, folder in
            let (id, hash) = try await add("a.jpg", to: database)
            try folder.write([1], to: file(hash, 256))
            let answer = try await api.get("/api/v1/assets/\(id)/thumbnail?size=\(size)")
            #expect(answer.status == 400 && answer["content-type"] == "application/problem+json")
        }
    }

    @Test("that are not there are a problem that says so")
    func missing() async throws {
        try await withAPI { api, database, folder in
            let (id, hash) = try await add("a.jpg", to: database)
            let none = try await api.get("/api/v1/assets/\(id)/thumbnail")
            #expect(none.status == 404 && none["content-type"] == "application/problem+json")
            #expect(String(decoding: none.body, as: UTF8.self).contains("there is no thumbnail of this asset"))
            #expect(none["cache-control"]?.contains("immutable") != true)
            // Nothing in it, a link, a pipe.
            try folder.write([], to: file(hash, 256))
            #expect(try await api.get("/api/v1/assets/\(id)/thumbnail").status == 404)
            try folder.remove(file(hash, 256))
            try folder.write([1], to: "secret")
            symlink(folder.path(of: "secret"), folder.path(of: file(hash, 256)))
            mkfifo(folder.path(of: file(hash, 1024)), 0o644)
            for size in [256, 1024] {
                #expect(try await api.get("/api/v1/assets/\(id)/thumbnail?size=\(size)").status == 404)
            }
            #expect(try await api.get("/api/v1/assets/00000000-0000-0000-0000-000000000000/thumbnail").status == 404)
            #expect(try await api.get("/api/v1/assets/..%2F..%2Fsecret/thumbnail").status == 404)
        }
    }

    @Test("have a hash that comes with their asset")
    func hash() async throws {
        try await withAPI { api, database, _ in
            let (id, _) = try await add("a.jpg", to: database)
            let before = String(decoding: try await api.get("/api/v1/assets/\(id)").body, as: UTF8.self)
            #expect(before.contains(#""thumbnailed":false,"thumbhash":null"#), "\(before)")
            let connection = try await database.connect()
            try await connection.execute(
                ThumbnailsTable.upsert([(id, MadeThumbnails(width: 4, height: 3, thumbHash: "d5f7110d807777888f"))]))
            try await connection.execute("UPDATE media_assets SET is_thumbnailed = TRUE")
            for path in ["/api/v1/assets/\(id)", "/api/v1/assets", "/api/v1/dashboard"] {
                let text = String(decoding: try await api.get(path).body, as: UTF8.self)
                #expect(text.contains(#""thumbnailed":true,"thumbhash":"1fcRDYB3d4iP""#), "\(path): \(text)")
            }
        }
    }
}
