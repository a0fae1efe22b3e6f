import FactoryCore
import Glibc
import TestSupport
import Testing

@Suite("Originals")
struct OriginalTests {
    private static let place = "Storage/Originals/2023/2023-12-25"

    @Test("are given out whole and in parts, and not at all to those who have them")
    func parts() async throws {
        try await withAPI { api, database, folder in
            let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try folder.write(bytes, to: "\(Self.place)/a b.jpg")
            try await SampleRows.add(["a b.jpg"], to: database)
            let path = "/api/v1/assets/\(try await SampleRows.id("a b.jpg", in: database))/original"
            let whole = try await api.get(path)
            #expect(whole.status == 200)
            #expect(whole.body == bytes)
            #expect(whole["content-type"] == "image/jpeg")
            #expect(whole["accept-ranges"] == "bytes")
            #expect(whole["content-disposition"] == "inline; filename*=UTF-8''a%20b.jpg")
            #expect(whole["content-security-policy"]?.contains("sandbox") == true)
            let tag = try #require(whole["etag"])
            let part = try await api.get(path, ["Range": "bytes=299990-300009", "If-Range": tag])
            #expect(part.status == 206)
            #expect(part.body == Array(bytes[299_990..<300_010]))
            #expect(part["content-range"] == "bytes 299990-300009/700000")
            #expect(try await api.get(path, ["Range": "bytes=0-0", "If-Range": "\"other\""]).status == 200)
            #expect(try await api.get(path, ["Range": "bytes=700000-"]).status == 416)
            #expect(try await api.get(path, ["If-None-Match": tag]).status == 304)
        }
    }

    @Test("that a browser might run are given out as bytes to keep", arguments: ["a.svg", "a.html", "a.dng", "a"])
    func attachments(_ name: String) async throws {
        try await withAPI { api, database, folder in
            try folder.write(Array("<script>".utf8), to: "\(Self.place)/\(name)")
            try await SampleRows.add([name], to: database)
            let answer = try await api.get("/api/v1/assets/\(try await SampleRows.id(name, in: database))/original")
            #expect(answer.status == 200)
            #expect(answer["content-type"] == "application/octet-stream")
            #expect(answer["content-disposition"]?.hasPrefix("attachment;") == true)
        }
    }

    @Test("are found only where they belong: below Storage, and through no link")
    func elsewhere() async throws {
        try await withAPI { api, database, folder in
            try folder.write([1], to: "secret")
            try folder.write([1], to: "\(Self.place)/real.jpg")
            try folder.folder("elsewhere")
            try folder.write([1], to: "elsewhere/a.jpg")
            symlink(folder.path(of: "secret"), folder.path(of: "\(Self.place)/link.jpg"))
            symlink(folder.path(of: "elsewhere"), folder.path(of: "Storage/Originals/2022"))
            mkfifo(folder.path(of: "\(Self.place)/pipe.jpg"), 0o644)
            let paths = [
                "/app/Storage/Originals/2023/2023-12-25/link.jpg", "/app/Storage/Originals/2022/a.jpg",
                "/app/Storage/Originals/../../secret", folder.path(of: "secret"), "/etc/passwd", "",
                "/app/Storage/Originals/2023/2023-12-25/pipe.jpg", "/app/Storage/Originals/2023/2023-12-25",
                "/app/Storage/Originals",
            ]
            for (number, path) in paths.enumerated() {
                try await SampleRows.add(["\(number).jpg"], to: database)
                let connection = try await database.connect()
                try await connection.execute(
                    "UPDATE media_assets SET final_path = \(path) WHERE original_name = \("\(number).jpg")")
                let id = try await SampleRows.id("\(number).jpg", in: database)
                #expect(try await api.get("/api/v1/assets/\(id)/original").status == 404, "\(path)")
            }
        }
    }
}
