import FoundationEssentials
import Testing

@Suite("The configuration document knows the keys that the programs read")
struct ConfigurationDocumentTests {
    @Test("No key is read that is not documented, and none documented that is not read")
    func bothWays() throws {
        let documented = try Self.documentedKeys()
        let read = try Self.readKeys()
        #expect(read.subtracting(documented).sorted() == [], "read, but not documented")
        #expect(documented.subtracting(read).sorted() == [], "documented, but not read")
    }

    /// The column `key` of all tables in the document.
    private static func documentedKeys() throws -> Set<String> {
        let text = try String(contentsOf: root.appending(path: "docs/CONFIGURATION.md"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let tables = try lines.indices.filter { lines[$0].hasPrefix("| key |") }.map { try MarkdownTable(lines[$0...]) }
        return Set(tables.flatMap { $0?.rows ?? [] }.compactMap { $0["key"] })
    }

    /// What the sources ask their settings for.
    private static func readKeys() throws -> Set<String> {
        var keys: Set<String> = []
        for folder in ["Services", "Shared"] {
            let start = root.appending(path: folder).path
            for path in try FileManager.default.subpathsOfDirectory(atPath: start) where path.hasSuffix(".swift") {
                let source = try String(contentsOfFile: "\(start)/\(path)", encoding: .utf8)
                keys.formUnion(
                    source.matches(of: #/settings\s*\.\w+\(\s*"([A-Z][A-Z_]+)"/#).map { String($0.output.1) })
            }
        }
        return keys
    }

    private static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
}
