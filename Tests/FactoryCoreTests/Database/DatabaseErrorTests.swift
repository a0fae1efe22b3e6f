import FactoryCore
import TestSupport
import Testing

/// An error keeps the server's own code, tells what follows from it, and leaves the connection usable.
struct DatabaseErrorTests {
    @Test(arguments: [
        ("SELECT 1/0", "22012", DatabaseError.Consequence.refuseRow),
        ("SELECT 'x'::int", "22P02", .refuseRow),
        ("INSERT INTO system_status (service_name, status) VALUES ('x', 'FINE')", "23514", .refuseRow),
        ("INSERT INTO system_status (service_name, status) VALUES ('x', NULL)", "23502", .refuseRow),
        ("INSERT INTO system_status (service_name) VALUES (repeat('x', 65))", "22001", .refuseRow),
        ("SELECT nothing FROM nowhere", "42P01", .stop),
        ("SELEC 1", "42601", .stop),
        ("SELECT pg_cancel_backend(pg_backend_pid())", "57014", .retry),
    ])
    func serversCodeIsKept(statement: String, code: String, consequence: DatabaseError.Consequence) async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.execute("\(unsafe: statement)")
            }
            #expect(error?.sqlState?.code == code)
            #expect(error?.consequence == consequence)
            #expect(error?.connectionLost == false)
            #expect(error?.message.contains("\n") == false, "not one sentence: \(error?.message ?? "")")
            #expect(try await connection.query("SELECT 1") { try $0.int(0) } == [1])
        }
    }

    @Test func rowOfAnotherKindIsAnErrorAndNotACrash() async throws {
        try await withScratchDatabase { database in
            let connection = try await database.connect()
            for statement: SQL in ["SELECT NULL::int AS size", "SELECT 'many' AS size"] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await connection.query(statement) { try $0.int(0) }
                }
                #expect(error?.message.contains("size") == true)
            }
            #expect(try await connection.query("SELECT 1") { try $0.int(0) } == [1])
        }
    }
}
