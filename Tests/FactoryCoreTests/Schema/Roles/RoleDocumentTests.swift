import FactoryCore
import TestSupport
import Testing

@Suite("The roles have what the schema document says")
struct RoleDocumentTests {
    @Test("Every privilege is documented, every documented one is there, and everybody has none")
    func bothWays() async throws {
        let documented = try SchemaDocument.read().grantLines()
        #expect(documented.count > 100)
        try await withRoles { site in
            let present = try await GrantCatalogue.read(site.owner)
            #expect(present.subtracting(documented).sorted() == [], "granted, but not in the document")
            #expect(documented.subtracting(present).sorted() == [], "in the document, but not granted")
        }
    }

    @Test("They may log in, so often at a time, and nothing else")
    func attributes() async throws {
        let documented = try #require(try SchemaDocument.read().roles).rows.map { row in
            "\(row["role"] ?? "?") \(row["connections at a time"] ?? "?") t f f f f f"
        }
        try await withRoles { site in
            let present = try await site.owner.strings(
                """
                SELECT concat_ws(' ', rolname, rolconnlimit, rolcanlogin, rolsuper, rolcreatedb, rolcreaterole,
                    rolreplication, rolbypassrls)
                FROM pg_roles WHERE rolname LIKE 'factory\\_%' ORDER BY rolname
                """)
            #expect(present == documented.sorted())
        }
    }
}
