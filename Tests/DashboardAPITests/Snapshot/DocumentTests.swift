import FactoryCore
import Foundation
import TestSupport
import Testing

@Suite("The document")
struct DocumentTests {
    @Test("of an empty factory says so, and who has never reported")
    func empty() async throws {
        try await withAPI { api, _, _ in
            let answer = try await api.get("/api/v1/dashboard")
            #expect(answer.status == 200)
            #expect(answer["content-type"] == "application/json")
            let media = try answer.object("media")
            #expect(media["total"] as? Int == 0)
            #expect((media["by_day"] as? [Any])?.count == 7)
            #expect(media["first_capture"] is NSNull)
            #expect(try answer.object()["recent"] as? [String] == [])
            #expect(try answer.object()["degraded"] as? [String] == [])
            let librarian = try #require(try answer.list("services").first { $0["name"] as? String == "librarian" })
            #expect(librarian["light"] as? String == "unknown")
            #expect(librarian["interval_seconds"] as? Int == 60)
            #expect(librarian["last_heartbeat"] is NSNull)
            #expect(librarian["strip"] as? [String] == Array(repeating: "none", count: 96))
            #expect(try answer.object("storage")["inbox"] is [String: Any])
        }
    }

    @Test("counts what there is, of each kind and of each day")
    func counts() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add(["a.JPG", "b.mov", "c.heic"], to: database)
            let connection = try await database.connect()
            try await connection.execute("UPDATE media_assets SET has_errors = true WHERE original_name = 'b.mov'")
            try await connection.execute(
                """
                INSERT INTO factory.intake (librarian_id, outcome, original_path, original_name, size_bytes, reason)
                VALUES ('librarian', 'duplicate', '/a', 'a', 1, 'known'), ('librarian', 'ignored', '/b', 'b', 1, 'no photo')
                """)
            try await connection.execute(
                """
                INSERT INTO system_status (service_name, current_task)
                VALUES ('librarian', 'Watching the inbox: 3 seen = 3 filed since the start; 7 waiting, the oldest for 1 hour')
                """)
            let answer = try await api.get("/api/v1/dashboard")
            let media = try answer.object("media")
            let counts = ["total", "photos", "videos", "bytes", "errors", "with_location", "filed_today"]
            #expect(counts.map { media[$0] as? Int } == [3, 2, 1, 3000, 1, 1, 3])
            #expect(
                media["pending"] as? [String: Int] == ["geocoded": 1, "thumbnailed": 3, "backed_up": 3, "curated": 3])
            #expect(media["last_capture"] as? String == "2023-12-25T15:00:00")
            let intake = try answer.object("intake")
            #expect(["duplicates", "ignored", "healed", "pending"].map { intake[$0] as? Int } == [1, 1, 0, 7])
            let recent = try answer.list("recent")
            #expect(Set(recent.compactMap { $0["name"] as? String }) == ["a.JPG", "b.mov", "c.heic"])
            let first = try #require(recent.first { $0["name"] as? String == "a.JPG" })
            #expect(first["path"] as? String == "Originals/2023/2023-12-25/a.JPG")
            #expect(first["inline"] as? Bool == true)
            #expect(first["location"] as? [String: Double] == ["lat": 35.5, "lon": 139.5])
        }
    }

    @Test("is one for all who ask within two seconds, and nothing for those who have it")
    func tag() async throws {
        try await withAPI { api, database, _ in
            let first = try await api.get("/api/v1/dashboard")
            try await SampleRows.add(["a.jpg"], to: database)
            let tag = try #require(first["etag"])
            let second = try await api.get("/api/v1/dashboard", ["If-None-Match": "W/\"other\", \(tag)"])
            #expect(second.status == 304)
            #expect(second.body.isEmpty)
            #expect(second["etag"] == tag)
            try await eventually("there is another snapshot") {
                try await api.get("/api/v1/dashboard", ["If-None-Match": tag]).status == 200
            }
        }
    }

    @Test("is there without a database, says why it is empty, and recovers")
    func outage() async throws {
        try await withAPI { api, database, _ in
            try await database.close()
            let answer = try await api.get("/api/v1/dashboard")
            #expect(answer.status == 200)
            #expect(try answer.object()["media"] is NSNull)
            #expect(try answer.object()["services"] is NSNull)
            let degraded = try answer.list("degraded")
            #expect(
                Set(degraded.compactMap { $0["part"] as? String }).isSuperset(of: [
                    "services", "media", "recent", "intake",
                ]))
            #expect(try answer.object("storage")["storage"] is [String: Any])
            #expect(try await api.get("/healthz").status == 503)
            try await database.open()
            try await eventually("it is complete again") {
                try await api.get("/api/v1/dashboard").list("degraded").isEmpty
            }
            #expect(try await api.get("/healthz").text == "ok\n")
        }
    }

    @Test("tells how long ago the original was read that waits longest, what was found, and when a round ended")
    func readAgain() async throws {
        try await withAPI { api, database, _ in
            let connection = try await database.connect()
            func scrub() async throws -> [String: Any] {
                try #require(try await api.get("/api/v1/dashboard").object("storage")["scrub"] as? [String: Any])
            }
            #expect(try await scrub()["oldest_days"] is NSNull)
            try await SampleRows.add(["a.jpg", "b.jpg"], to: database)
            try await connection.execute(
                """
                INSERT INTO factory.scrubs (asset_id, checked_at, finding, detail)
                SELECT id, now() - interval '40 days 1 hour', CASE original_name WHEN 'a.jpg' THEN 'OK' ELSE 'ROT' END,
                    CASE original_name WHEN 'b.jpg' THEN 'rotten' END
                FROM media_assets
                """)
            try await eventually("the readings are seen") { try await scrub()["oldest_days"] as? Int == 40 }
            #expect(try await scrub()["findings"] as? Int == 1)
            #expect(try await scrub()["last_round"] is NSNull)
            try await connection.execute(
                """
                INSERT INTO factory.scrub_state (unread_since, round_began_at, round_ended_at, updated_at)
                VALUES (now() - interval '70 days 1 hour', now(), '2026-01-02 03:04:05', now())
                """)
            try await eventually("what was never read waits longer") { try await scrub()["oldest_days"] as? Int == 70 }
            #expect(try await scrub()["last_round"] as? String == "2026-01-02T03:04:05Z")
        }
    }

    @Test("tells how far copies are proven, without those that count no more")
    func copies() async throws {
        try await withAPI { api, database, _ in
            let connection = try await database.connect()
            func backup() async throws -> [String: Any] {
                try #require(try await api.get("/api/v1/dashboard").object("storage")["backup"] as? [String: Any])
            }
            let none = try await backup()
            #expect(none["oldest_days"] is NSNull && none["last_restore_test"] is NSNull)
            #expect(none["restore_tested"] as? Int == 0 && none["damaged"] as? Int == 0)
            try await SampleRows.add(["a.jpg", "b.jpg", "c.jpg"], to: database)
            try await connection.execute(
                """
                INSERT INTO factory.backups (
                    asset_id, target, path, file_hash, size_bytes, copied_at, verified_at, restore_tested_at, state)
                SELECT id, '/copies', original_name, file_hash, size_bytes, now(),
                    now() - CASE original_name
                        WHEN 'a.jpg' THEN interval '30 days 1 hour' WHEN 'b.jpg' THEN interval '60 days' ELSE '0' END,
                    CASE original_name WHEN 'b.jpg' THEN timestamp '2026-01-02 03:04:05'
                        WHEN 'c.jpg' THEN timestamp '2026-01-02 03:04:06' END,
                    CASE original_name WHEN 'a.jpg' THEN 'VERIFIED' WHEN 'b.jpg' THEN 'DAMAGED' ELSE 'RESTORE TESTED' END
                FROM media_assets
                """)
            try await eventually("the copies are seen") { try await backup()["oldest_days"] as? Int == 30 }
            let some = try await backup()
            #expect(some["restore_tested"] as? Int == 1 && some["damaged"] as? Int == 1)
            #expect(some["last_restore_test"] as? String == "2026-01-02T03:04:06Z")
        }
    }

    @Test("loses the part alone that a slow table holds up, and not for long")
    func slowTable() async throws {
        try await withAPI { api, database, _ in
            let connection = try await database.connect()
            try await connection.execute("BEGIN")
            try await connection.execute("LOCK TABLE media_assets IN ACCESS EXCLUSIVE MODE")
            let start = ContinuousClock.now
            let answer = try await api.get("/api/v1/dashboard")
            #expect(start.duration(to: .now) < .seconds(10))
            #expect(answer.status == 200)
            #expect(try answer.object()["media"] is NSNull)
            #expect(try answer.object()["recent"] is NSNull)
            #expect(try !answer.list("services").isEmpty)
            #expect(try answer.object("intake")["duplicates"] as? Int == 0)
            let parts = try answer.list("degraded").compactMap { $0["part"] as? String }
            #expect(Set(parts) == ["media", "recent"])
            try await connection.execute("ROLLBACK")
            try await eventually("it is complete again") {
                try await api.get("/api/v1/dashboard").list("degraded").isEmpty
            }
        }
    }

    @Test("names the folder whose room nobody can tell")
    func missingFolder() async throws {
        try await withAPI(["PHOTOS_INBOX": "/nowhere"]) { api, _, _ in
            let answer = try await api.get("/api/v1/dashboard")
            #expect(try answer.object("storage")["inbox"] is NSNull)
            #expect(
                try answer.list("degraded").first?["reason"] as? String
                    == "the room of the inbox /nowhere cannot be told")
        }
    }
}
