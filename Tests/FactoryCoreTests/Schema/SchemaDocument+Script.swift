/// The document as a script that makes a database: what the server makes of it can be compared with what the server
/// made of the migrations, each in the server's own spelling.
extension SchemaDocument {
    func script() throws -> String {
        let tables = tables.sorted { $0.key < $1.key }
        var statements = ["CREATE SCHEMA factory"]
        for (name, sections) in tables {
            statements += try Self.sequences(sections, schema: name.prefix { $0 != "." })
            statements.append(try Self.table(name, sections))
            statements += try Self.indexes(name, sections)
            statements += try Self.triggers(name, sections)
        }
        // Only now are all tables there to which they point.
        for (name, sections) in tables { statements += try Self.foreignKeys(name, sections) }
        statements += try functionsApartFromTriggers()
        return statements.map { $0 + ";" }.joined(separator: "\n")
    }

    private typealias Sections = [String: MarkdownTable]
    private typealias Cells = [String: String]

    private static func table(_ name: String, _ sections: Sections) throws -> String {
        let columns = try rows("Columns", sections).map { row in
            let null = try cell("null", row) == "no" ? " NOT NULL" : ""
            return try "\(cell("column", row)) \(cell("type", row))\(null)\(clause(forDefault: cell("default", row)))"
        }
        let constraints = try rows("Constraints", sections).filter { try !isForeignKey($0) }.map { row in
            try "CONSTRAINT \(cell("constraint", row)) \(cell("kind", row)) (\(cell("rule", row)))"
        }
        return "CREATE TABLE \(name) (\((columns + constraints).joined(separator: ", ")))"
    }

    private static func isForeignKey(_ row: Cells) throws -> Bool { try cell("kind", row) == "foreign key" }

    private static func foreignKeys(_ table: String, _ sections: Sections) throws -> [String] {
        try rows("Constraints", sections).filter(isForeignKey).map { row in
            let rule = try cell("rule", row)
            let columns = rule.prefix { $0 != " " }
            return try "ALTER TABLE \(table) ADD CONSTRAINT \(cell("constraint", row)) FOREIGN KEY (\(columns))"
                + rule.dropFirst(columns.count)
        }
    }

    private static func clause(forDefault value: String) -> String {
        switch value {
        case "none": ""
        case _ where value.hasPrefix("GENERATED"): " " + value
        default: " DEFAULT " + value
        }
    }

    /// What `nextval('…')` in a default counts with.
    private static func sequences(_ sections: Sections, schema: Substring) throws -> [String] {
        try rows("Columns", sections).compactMap { row in
            let parts = try cell("default", row).split(separator: "'")
            return parts.first == "nextval(" ? "CREATE SEQUENCE \(schema).\(parts[1])" : nil
        }
    }

    /// The primary key's index comes with its constraint.
    private static func indexes(_ table: String, _ sections: Sections) throws -> [String] {
        let constraints = Set(try rows("Constraints", sections).map { try cell("constraint", $0) })
        return try rows("Indexes", sections).compactMap { row in
            let name = try cell("index", row)
            guard !constraints.contains(name) else { return nil }
            let unique = try cell("unique", row) == "yes" ? "UNIQUE " : ""
            let condition = try cell("condition", row)
            return try "CREATE \(unique)INDEX \(name) ON \(table) (\(cell("columns", row)))"
                + (condition == "none" ? "" : " WHERE \(condition)")
        }
    }

    /// What the function does is not compared here but tried by tests of its own.
    private static func triggers(_ table: String, _ sections: Sections) throws -> [String] {
        guard sections["Triggers"] != nil else { return [] }
        return try rows("Triggers", sections).flatMap { row in
            // With its arguments, where it has any.
            let call = try cell("function", row)
            let function = call.prefix { $0 != "(" }
            let event = try cell("event", row)
            let words = event.contains("REFERENCING") ? "REFERENCING" : "FOR EACH"
            let place = event.replacing(words, with: "ON \(table) \(words)", maxReplacements: 1)
            return [
                "CREATE OR REPLACE FUNCTION \(function)() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                try "CREATE TRIGGER \(cell("trigger", row)) \(place) EXECUTE FUNCTION "
                    + (call == function ? "\(call)()" : call),
            ]
        }
    }

    /// Those of triggers come with their triggers.
    private func functionsApartFromTriggers() throws -> [String] {
        guard let functions else { throw Missing(what: "Functions") }
        return try functions.rows.filter { try Self.cell("returns", $0) != "trigger" }.map { row in
            let (name, type) = try (Self.cell("function", row), Self.cell("returns", row))
            return "CREATE FUNCTION \(name)() RETURNS \(type) LANGUAGE sql AS ''"
        }
    }

    private static func rows(_ section: String, _ sections: Sections) throws -> [Cells] {
        guard let table = sections[section] else { throw Missing(what: section) }
        return table.rows
    }

    private static func cell(_ column: String, _ row: Cells) throws -> String {
        guard let cell = row[column] else { throw Missing(what: column) }
        return cell
    }

    struct Missing: Error {
        let what: String
    }
}
