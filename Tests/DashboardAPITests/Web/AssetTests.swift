import FactoryCore
import Foundation
import TestSupport
import Testing

@Suite("Assets")
struct AssetTests {
    @Test("are listed page by page, the newest first and those without a date last, each once")
    func pages() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add((1...7).map { "\($0).jpg" }, to: database)
            let connection = try await database.connect()
            try await connection.execute(
                "UPDATE media_assets SET captured_at = NULL WHERE original_name IN ('2.jpg', '4.jpg')")
            // Of the same second, so that the id alone tells where to go on.
            try await connection.execute(
                "UPDATE media_assets SET captured_at = '2024-01-01' WHERE original_name IN ('5.jpg', '6.jpg', '7.jpg')")
            for limit in 1...7 {
                let names = try await Self.names(api, "/api/v1/assets?limit=\(limit)")
                #expect(names.count == 7)
                #expect(Set(names[..<3]) == ["5.jpg", "6.jpg", "7.jpg"])
                #expect(names[3...4] == ["3.jpg", "1.jpg"])
                #expect(Set(names[5...]) == ["2.jpg", "4.jpg"])
            }
        }
    }

    @Test("are found by name, by day and by their errors")
    func filters() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add(["Cat 100%.jpg", "dog_1.jpg", "dogx1.jpg"], to: database)
            let connection = try await database.connect()
            try await connection.execute(
                """
                UPDATE media_assets SET captured_at = '2020-02-29 23:59:59.5', has_errors = true, error_message = 'torn'
                WHERE original_name = 'dog_1.jpg'
                """)
            #expect(try await Self.names(api, "/api/v1/assets?q=cat+100%25") == ["Cat 100%.jpg"])
            #expect(try await Self.names(api, "/api/v1/assets?q=G_1&limit=1") == ["dog_1.jpg"])
            #expect(try await Self.names(api, "/api/v1/assets?q=nothing") == [])
            #expect(try await Self.names(api, "/api/v1/assets?from=2020-02-29&to=2020-02-29") == ["dog_1.jpg"])
            #expect(try await Self.names(api, "/api/v1/assets?errors=true") == ["dog_1.jpg"])
            #expect(try await Self.names(api, "/api/v1/assets?from=2024-01-01") == [])
        }
    }

    @Test(
        "are not listed for a question that makes no sense",
        arguments: [
            "limit=0", "limit=201", "limit=x", "from=yesterday", "to=2023-02-30", "errors=maybe", "cursor=x",
            "cursor=~x",
            "cursor=2023-01-01~", "q=%ff", "q=%0", "q=%00", "cursor=2023-01-01%2000:00:00~00000000",
        ])
    func refused(_ query: String) async throws {
        try await withAPI { api, _, _ in
            let answer = try await api.get("/api/v1/assets?\(query)")
            #expect(answer.status == 400)
            #expect(answer["content-type"] == "application/problem+json")
        }
    }

    @Test("tell everything that is known of one")
    func details() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add(["a.mov"], to: database)
            let id = try await SampleRows.id("a.mov", in: database)
            let asset = try await api.get("/api/v1/assets/\(id)").object()
            #expect(asset["kind"] as? String == "video")
            #expect(asset["inline"] as? Bool == true)
            #expect((asset["file_hash"] as? String)?.count == 64)
            #expect(asset["original_path"] as? String == "/inbox/a.mov")
            #expect((asset["flags"] as? [String: Bool])?["ingested"] == true)
            #expect(asset["place"] is NSNull)
            for unknown in ["00000000-0000-0000-0000-000000000000", "x", "%2e%2e"] {
                #expect(try await api.get("/api/v1/assets/\(unknown)").status == 404)
            }
        }
    }

    @Test("tell the name of the place where one was taken, where it has one")
    func places() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add(["town.jpg", "sea.jpg"], to: database)
            let ids = try await [
                SampleRows.id("town.jpg", in: database), SampleRows.id("sea.jpg", in: database),
            ]
            let paris = NamedPlace(
                name: "Paris", region: "Île-de-France", country: "France", countryCode: "FR", timeZone: nil,
                geonamesID: 2_988_507, position: GeoPoint(latitude: 48.85341, longitude: 2.3488))
            try await database.connect().execute(
                PlacesTable.upsert(
                    [
                        (ids[0], PlaceFinding(place: paris, kilometers: 5.7)),
                        (ids[1], PlaceFinding(place: nil, kilometers: 900)),
                    ], version: "a test"))
            let town = try await api.get("/api/v1/assets/\(ids[0])").object()
            let place = try #require(town["place"] as? [String: Any])
            #expect(place["name"] as? String == "Paris" && place["region"] as? String == "Île-de-France")
            #expect(place["country"] as? String == "France" && place["country_code"] as? String == "FR")
            #expect(place["position"] as? [String: Double] == ["lat": 48.85341, "lon": 2.3488])
            #expect(place["geonames_id"] as? Int == 2_988_507 && place["time_zone"] is NSNull)
            let contract = try ContractSchema(try await api.get("/openapi.json").body)
            let answer = try await api.get("/api/v1/assets/\(ids[0])")
            #expect(try contract.faults(of: answer, to: "get", "/api/v1/assets/{id}") == [])
            let sea = try await api.get("/api/v1/assets/\(ids[1])").object()
            #expect(sea["place"] is NSNull)
        }
    }

    @Test("are counted by country and place, and a list may be of one of them alone")
    func byPlace() async throws {
        try await withAPI { api, database, _ in
            #expect(try await api.get("/api/v1/places").text == #"{"countries":[]}"#)
            let names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"]
            try await SampleRows.add(names, to: database)
            let places = [
                ("Paris", "Île-de-France", "FR", GeoPoint(latitude: 48.85341, longitude: 2.3488)),
                ("Paris", "Île-de-France", "FR", GeoPoint(latitude: 48.85341, longitude: 2.3488)),
                ("Lyon", nil, "FR", nil), ("Kobe", "Hyōgo", "JP", GeoPoint(latitude: 34.6913, longitude: 135.183)),
            ].map { name, region, code, position in
                NamedPlace(
                    name: name, region: region, country: code == "FR" ? "France" : "Japan", countryCode: code,
                    timeZone: nil, geonamesID: 1, position: position)
            }
            var findings: [(asset: String, finding: PlaceFinding)] = []
            for (name, place) in zip(names, places + [nil]) {
                findings.append(
                    (try await SampleRows.id(name, in: database), PlaceFinding(place: place, kilometers: 1)))
            }
            let connection = try await database.connect()
            try await connection.execute(PlacesTable.upsert(findings, version: "test"))
            let answer = try await api.get("/api/v1/places")
            #expect(
                answer.text == """
                    {"countries":[{"code":"FR","name":"France","count":3,"places":[\
                    {"name":"Paris","region":"Île-de-France","position":{"lat":48.85341,"lon":2.3488},"count":2},\
                    {"name":"Lyon","region":null,"position":null,"count":1}]},\
                    {"code":"JP","name":"Japan","count":1,"places":[\
                    {"name":"Kobe","region":"Hyōgo","position":{"lat":34.6913,"lon":135.183},"count":1}]}]}
                    """)
            func listed(_ query: String) async throws -> [String] {
                try await Self.names(api, "/api/v1/assets?limit=2&\(query)")
            }
            #expect(try await listed("country=FR") == ["c.jpg", "b.jpg", "a.jpg"])
            #expect(try await listed("country=FR&place=Paris") == ["b.jpg", "a.jpg"])
            #expect(try await listed("country=FR&place=Paris&q=a.") == ["a.jpg"])
            #expect(try await listed("country=JP&region=Hy%C5%8Dgo") == ["d.jpg"])
            #expect(try await listed("country=JP&region=x") == [])
            for query in ["country=fr", "country=FRA", "place=Paris"] {
                #expect(try await api.get("/api/v1/assets?\(query)").status == 400, "\(query)")
            }

            // What is taken away, named anew or forgotten counts no more.
            try await connection.execute("DELETE FROM media_assets WHERE original_name = 'd.jpg'")
            let moved = [(asset: findings[0].asset, finding: findings[2].finding)]
            try await connection.execute(PlacesTable.upsert(moved, version: "test"))
            let after = """
                {"countries":[{"code":"FR","name":"France","count":3,"places":[\
                {"name":"Lyon","region":null,"position":null,"count":2},\
                {"name":"Paris","region":"Île-de-France","position":{"lat":48.85341,"lon":2.3488},"count":1}]}]}
                """
            #expect(try await api.get("/api/v1/places").text == after)
            try await connection.execute("SELECT factory.count_again()")
            #expect(try await api.get("/api/v1/places").text == after)
            // Another place of that name, and one of which no position is known yet, are one line with it.
            for (asset, position) in [(1, GeoPoint(latitude: 1, longitude: 2)), (2, nil)] {
                let namesake = NamedPlace(
                    name: "Paris", region: "Île-de-France", country: "France", countryCode: "FR", timeZone: nil,
                    geonamesID: 2, position: position)
                try await connection.execute(
                    PlacesTable.upsert(
                        [(findings[asset].asset, PlaceFinding(place: namesake, kilometers: 1))], version: "test"))
            }
            let merged = try await api.get("/api/v1/places").text
            #expect(merged.contains(#""position":{"lat":1.0,"lon":2.0},"count":2}"#), "\(merged)")
            try await connection.execute("TRUNCATE factory.places")
            #expect(try await api.get("/api/v1/places").text == #"{"countries":[]}"#)
        }
    }

    @Test("are counted by year and month")
    func timeline() async throws {
        try await withAPI { api, database, _ in
            try await SampleRows.add(["a.jpg", "b.jpg", "c.jpg", "d.jpg"], to: database)
            let connection = try await database.connect()
            try await connection.execute(
                "UPDATE media_assets SET captured_at = '2024-03-01' WHERE original_name = 'a.jpg'")
            try await connection.execute("UPDATE media_assets SET captured_at = NULL WHERE original_name = 'b.jpg'")
            let answer = try await api.get("/api/v1/timeline")
            #expect(
                answer.text == """
                    {"years":[{"year":2024,"count":1,"months":[{"month":3,"count":1}]},\
                    {"year":2023,"count":2,"months":[{"month":12,"count":2}]}],"undated":1}
                    """)
        }
    }

    /// The names on all pages.
    static func names(_ api: TestAPI, _ path: String) async throws -> [String] {
        var names: [String] = []
        var cursor: String?
        repeat {
            let behind = cursor.map { "&cursor=\($0.replacing(" ", with: "%20"))" } ?? ""
            let answer = try await api.get(path + behind)
            names += try answer.list("assets").compactMap { $0["name"] as? String }
            cursor = try answer.object()["next"] as? String
        } while cursor != nil
        return names
    }
}
