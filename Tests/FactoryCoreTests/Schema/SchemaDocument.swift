import FoundationEssentials

/// `docs/DATABASE_SCHEMA.md` as a test reads it: what it says about each table, section by section.
struct SchemaDocument {
    /// By qualified name (`public.media_assets`), then by the title of the section (`Columns`).
    let tables: [String: [String: MarkdownTable]]
    /// What the section "Functions" lists.
    let functions: MarkdownTable?
    /// What the section "Roles" lists, and its part "Grants".
    let roles: MarkdownTable?
    let grants: MarkdownTable?

    /// The document of this checkout.
    static func read() throws -> SchemaDocument {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return try SchemaDocument(String(contentsOf: root.appending(path: "docs/DATABASE_SCHEMA.md"), encoding: .utf8))
    }

    init(_ text: String) throws {
        var tables: [String: [String: MarkdownTable]] = [:]
        var table: String?
        var section: String?
        var functions: MarkdownTable?
        var isAmongFunctions = false
        var (roles, grants): (MarkdownTable?, MarkdownTable?)
        var isAmongRoles = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("## ") {
                table = Self.tableName(heading: line)
                section = nil
                isAmongFunctions = line == "## Functions"
                isAmongRoles = line == "## Roles"
            } else if isAmongFunctions, functions == nil {
                functions = try MarkdownTable(lines[number...])
            } else if line.hasPrefix("### ") {
                section = String(line.dropFirst(4))
            } else if isAmongRoles, section == nil, roles == nil {
                roles = try MarkdownTable(lines[number...])
            } else if isAmongRoles, section == "Grants", grants == nil {
                grants = try MarkdownTable(lines[number...])
            } else if let name = table, let title = section, tables[name]?[title] == nil,
                let found = try MarkdownTable(lines[number...])
            {
                tables[name, default: [:]][title] = found
            }
        }
        self.tables = tables
        self.functions = functions
        (self.roles, self.grants) = (roles, grants)
    }

    /// One line a row: the name of its table, then the cells of the given columns.
    func lines(_ section: String, _ columns: String...) -> Set<String> {
        var lines: Set<String> = []
        for (name, sections) in tables {
            for row in sections[section]?.rows ?? [] {
                lines.insert(([name] + columns.map { row[$0] ?? "?" }).joined(separator: " · "))
            }
        }
        return lines
    }

    private static func tableName(heading: Substring) -> String? {
        guard heading.hasPrefix("## Table `"), heading.hasSuffix("`") else { return nil }
        return String(heading.dropFirst("## Table `".count).dropLast())
    }
}
