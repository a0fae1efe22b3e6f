import Testing

@Suite("The schema document is readable by a program")
struct SchemaDocumentTests {
    @Test("Tables are found by section, code marks are no part of a cell")
    func sections() throws {
        let document = try SchemaDocument(
            """
            ## Table `public.things`

            Words, and a | that begins no table.

            ### Columns

            | column | type | null |
            |---|---|---|
            | `id` | `uuid` | no |
            | `kind` | `character varying(8)` | yes |

            ### Triggers

            None.

            ## Query patterns

            | purpose | table |
            |---|---|
            | none | `things` |
            """)

        #expect(document.tables.keys.sorted() == ["public.things"])
        #expect(
            document.lines("Columns", "column", "type", "null") == [
                "public.things · id · uuid · no",
                "public.things · kind · character varying(8) · yes",
            ])
        #expect(document.lines("Triggers", "trigger").isEmpty)
    }

    @Test("A row with a cell too many is an error, not a row less")
    func unreadableRow() {
        #expect(throws: MarkdownTable.UnreadableRow(line: "| `a` | b | c |")) {
            try MarkdownTable(["| one | two |", "|---|---|", "| `a` | b | c |"])
        }
    }

    @Test("Several pieces of code in one cell stay as they are written")
    func codeInProse() throws {
        let table = try #require(try MarkdownTable(["| meaning |", "|---|", "| `a` or `b` |"]))
        #expect(table.rows == [["meaning": "`a` or `b`"]])
    }

    @Test("The document describes the canonical tables and those of the factory")
    func tablesOfTheDocument() throws {
        #expect(
            try SchemaDocument.read().tables.keys.sorted() == [
                "factory.alerts", "factory.asset_names", "factory.audit_logs", "factory.backups", "factory.claims",
                "factory.counters", "factory.failure_records", "factory.intake", "factory.journal_positions",
                "factory.places", "factory.schema_migrations", "factory.scrub_state", "factory.scrubs",
                "factory.services", "factory.sidecars", "factory.syncthing_verdicts",
                "factory.thumbnails", "factory.vault",
                "public.media_assets", "public.system_status", "public.system_status_history",
            ])
    }
}
