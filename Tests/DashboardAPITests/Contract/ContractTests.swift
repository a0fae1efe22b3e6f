import FactoryCore
import TestSupport
import Testing

@testable import dashboard_api

@Suite("The description of the API")
struct ContractTests {
    /// What is asked, and how the description calls it.
    private static let questions: [(path: String, described: String)] = [
        ("/api/v1/dashboard", "/api/v1/dashboard"), ("/api/v1/services", "/api/v1/services"),
        ("/api/v1/services/librarian/history", "/api/v1/services/{name}/history"),
        ("/api/v1/services/nobody/history", "/api/v1/services/{name}/history"),
        ("/api/v1/services/librarian/history?hours=x", "/api/v1/services/{name}/history"),
        ("/api/v1/assets", "/api/v1/assets"), ("/api/v1/assets?limit=1", "/api/v1/assets"),
        ("/api/v1/assets?limit=x", "/api/v1/assets"), ("/api/v1/assets/{id}", "/api/v1/assets/{id}"),
        ("/api/v1/assets/none", "/api/v1/assets/{id}"),
        ("/api/v1/assets/{id}/original", "/api/v1/assets/{id}/original"),
        ("/api/v1/assets/{id}/thumbnail", "/api/v1/assets/{id}/thumbnail"),
        ("/api/v1/assets/{id}/thumbnail?size=1024", "/api/v1/assets/{id}/thumbnail"),
        ("/api/v1/assets/{id}/thumbnail?size=7", "/api/v1/assets/{id}/thumbnail"),
        ("/api/v1/timeline", "/api/v1/timeline"), ("/api/v1/places", "/api/v1/places"),
        ("/api/v1/assets?region=x", "/api/v1/assets"), ("/api/v1/intake", "/api/v1/intake"),
        ("/api/v1/intake?outcome=x", "/api/v1/intake"), ("/api/v1/logs/librarian", "/api/v1/logs/{name}"),
        ("/api/v1/logs/nobody", "/api/v1/logs/{name}"), ("/healthz", "/healthz"), ("/metrics", "/metrics"),
        ("/api/v1/session", "/api/v1/session"), ("/openapi.json", "/openapi.json"), ("/", "/"),
        ("/page/app.js", "/page/{file}"),
        ("/page/colours.css", "/page/{file}"), ("/page/icon.svg", "/page/{file}"), ("/page/none", "/page/{file}"),
    ]

    @Test("is what is answered, member by member", arguments: [true, false])
    func answers(_ hasDatabase: Bool) async throws {
        try await withAPI(["DASHBOARD_LOGS": "logs"]) { api, database, folder in
            try folder.write(Array("one\ntwo\n".utf8), to: "logs/librarian.log")
            try folder.write([1, 2, 3], to: "Storage/Originals/2023/2023-12-25/a.jpg")
            try await Self.fill(database)
            let id = try await SampleRows.id("a.jpg", in: database)
            let hash = try SHA256.of("a.jpg".utf8).hex
            try folder.write([1, 2, 3], to: "Storage/Thumbnails/\(hash.prefix(2))/\(hash)-256.webp")
            try await database.connect().execute(
                ThumbnailsTable.upsert([(id, MadeThumbnails(width: 4, height: 3, thumbHash: "d5f7110d807777888f"))]))
            let contract = try ContractSchema(try await api.get("/openapi.json").body)
            if !hasDatabase { try await database.close() }
            for (path, described) in Self.questions {
                let answer = try await api.get(path.replacing("{id}", with: id))
                #expect(try contract.faults(of: answer, to: "get", described) == [], "\(path)")
            }
            let login = try await api.send("POST", "/api/v1/session", body: #"{"password": "x"}"#)
            #expect(try contract.faults(of: login, to: "post", "/api/v1/session") == [])
            let review = try await api.send("POST", "/api/v1/review", body: #"{"assets": [], "reviewed": true}"#)
            #expect(try contract.faults(of: review, to: "post", "/api/v1/review") == [])
            let logout = try await api.send("DELETE", "/api/v1/session")
            #expect(try contract.faults(of: logout, to: "delete", "/api/v1/session") == [])
        }
    }

    @Test("names every path that there is")
    func paths() throws {
        let contract = try ContractSchema(PackageResources.openapi_json)
        let asked = Self.questions.map { "GET \($0.described)" }
        let others = [
            "POST /api/v1/session", "DELETE /api/v1/session", "POST /api/v1/review", "GET /api/v1/logs/{name}/follow",
        ]
        #expect(contract.operations == Set(asked + others))
    }

    private static func fill(_ database: ScratchDatabase) async throws {
        try await SampleRows.add(["a.jpg", "b.mov"], to: database)
        let connection = try await database.connect()
        try await connection.execute(
            """
            INSERT INTO factory.intake (librarian_id, outcome, original_path, original_name, size_bytes, reason)
            VALUES ('librarian', 'quarantined', '/a', 'a', 1, 'torn')
            """)
        try await connection.execute("INSERT INTO system_status (service_name) VALUES ('librarian')")
        try await connection.execute(
            """
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
            VALUES ('librarian', 'OK', now() - interval '1 minute')
            """)
    }
}
