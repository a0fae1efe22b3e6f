import FactoryCore
import TestSupport
import Testing

@Suite("Times in the database are UTC")
struct TimeZoneTests {
    @Test("A migrated database says so to every client, whatever the server's zone is")
    func databaseSetting() async throws {
        try await withEmptyDatabase { database in
            let connection = try await database.connect()
            try await connection.execute("ALTER DATABASE \(unsafe: database.name) SET timezone TO 'Asia/Tokyo'")
            try await Migrator(connection: connection).migrate()
            let settings = try await connection.query(
                """
                SELECT unnest(setconfig) FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase
                WHERE d.datname = current_database() AND s.setrole = 0
                """
            ) { try $0.string(0) }
            #expect(settings == ["TimeZone=UTC"])
        }
    }
}
