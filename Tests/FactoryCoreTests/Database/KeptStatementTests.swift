import FactoryCore
import TestSupport
import Testing

/// Statements whose plans the server keeps.
struct KeptStatementTests {
    @Test func eachIsPlannedOnceForAConnection() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            func sum(_ one: Int, _ other: Int) -> SQL { "SELECT \(one)::bigint + \(other)" }
            for number in 0..<7 {
                #expect(try await connection.query(sum(number, 1).kept()) { try $0.int(0) } == [number + 1])
                let counts = try await connection.transaction([
                    sum(number, 2).kept(), ("SELECT \("x")::text" as SQL).kept(),
                ])
                #expect(counts == [1, 1])
            }
            #expect(try await connection.query(sum(1, 1)) { try $0.int(0) } == [2])
            let kept = try await connection.query("SELECT statement FROM pg_prepared_statements ORDER BY name") {
                try $0.string(0)
            }
            #expect(kept == ["SELECT $1::bigint + $2", "SELECT $1::text"])
        }
    }

    @Test func oneThatTheServerRefusesIsAskedForAgain() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let question: SQL = "SELECT number FROM soon"
            for _ in 0..<2 {
                let error = await #expect(throws: DatabaseError.self) {
                    try await connection.transaction(["SELECT 1", question.kept()])
                }
                #expect(error?.connectionLost == false)
            }
            try await connection.execute("CREATE TABLE soon AS SELECT 7::bigint AS number")
            #expect(try await connection.query(question.kept()) { try $0.int(0) } == [7])
        }
    }
}
