import FactoryCore
import TestSupport
import Testing

@Suite("The database is what the schema document says")
struct CatalogueTests {
    @Test("Everything documented is there, everything there is documented")
    func bothWays() async throws {
        let documented = try await withEmptyDatabase { database in
            let connection = try await database.connect()
            try await connection.execute(unsafeScript: SchemaDocument.read().script())
            return try await Catalogue.read(connection).lines
        }
        let migrated = try await withScratchDatabase { database in
            try await Catalogue.read(try await database.connect()).lines
        }
        #expect(migrated.subtracting(documented).sorted() == [], "in the database, but not in the document")
        #expect(documented.subtracting(migrated).sorted() == [], "in the document, but not in the database")
    }

    @Test("Types, nullability and defaults are spelled as the catalogue spells them")
    func spelling() async throws {
        let present = try await withScratchDatabase { database in
            try await database.connect().query(
                """
                SELECT concat_ws(' · ', table_schema || '.' || table_name, column_name,
                    CASE data_type WHEN 'ARRAY' THEN substr(udt_name, 2) || '[]' ELSE data_type END || coalesce('(' || character_maximum_length || ')', ''),
                    CASE is_nullable WHEN 'YES' THEN 'yes' ELSE 'no' END,
                    coalesce(column_default, 'GENERATED ' || identity_generation || ' AS IDENTITY', 'none'))
                FROM information_schema.columns WHERE table_schema IN ('public', 'factory')
                """
            ) { try $0.string(0) }
        }
        #expect(try SchemaDocument.read().lines("Columns", "column", "type", "null", "default") == Set(present))
    }

    @Test("The schema public holds exactly the three canonical tables")
    func publicTables() async throws {
        let relations = try await withScratchDatabase { database in
            try await database.connect().query(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('i', 'S') ORDER BY relname
                """
            ) { try $0.string(0) }
        }
        #expect(relations == ["media_assets", "system_status", "system_status_history"])
    }

    @Test("Every service of the document is known with its interval")
    func services() async throws {
        let present = try await withScratchDatabase { database in
            try await database.connect().query(
                "SELECT concat_ws(' · ', 'factory.services', name, heartbeat_seconds) FROM factory.services"
            ) { try $0.string(0) }
        }
        #expect(try SchemaDocument.read().lines("Rows", "name", "heartbeat_seconds") == Set(present))
    }
}
