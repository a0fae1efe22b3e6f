import TestSupport
import Testing

@testable import FactoryCore

@Suite("An id that begins with the time")
struct TimeOrderedUUIDTests {
    /// RFC 9562, appendix A.6: 2022-02-22 14:22:22 in a zone five hours behind UTC.
    @Test("is written as the standard says, and PostgreSQL takes it")
    func layout() async throws {
        try await withScratchDatabase { database in
            let time = try #require(Timestamp(sqlText: "2022-02-22 19:22:22"))
            let ids = [
                TimeOrderedUUID(at: time, random: (.max, .max)), TimeOrderedUUID(at: time, random: (0, 0)),
                TimeOrderedUUID(at: .distantPast, random: (0, 0)),
            ]
            let connection = try await database.connect()
            let texts = try await connection.query("SELECT unnest(\(SQLArray(ids))::uuid[])") { try $0.string(0) }
            #expect(
                texts == [
                    "017f22e2-79b0-7fff-bfff-ffffffffffff", "017f22e2-79b0-7000-8000-000000000000",
                    "00000000-0000-7000-8000-000000000000",
                ])
        }
    }
}
