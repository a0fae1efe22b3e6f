import TestSupport
import Testing

@testable import FactoryCore

struct NameDigestTests {
    @Test("A name's digest is the one that PostgreSQL makes of it")
    func isThatOfTheServer() async throws {
        let names = [
            "", "/inbox/IMG_0001", "/inbox/Ünïcödé/日本/👨‍👩‍👧", "a\nb'\"\\", String(repeating: "0123456789", count: 30),
        ]
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let same = try await connection.query(
                """
                SELECT md5(name)::uuid = digest FROM unnest(
                    \(SQLArray(names))::text[], \(SQLArray(try NameDigest.of(names)))::uuid[]) AS pair (name, digest)
                """
            ) { try $0.bool(0) }
            #expect(same == Array(repeating: true, count: names.count))
        }
    }
}
