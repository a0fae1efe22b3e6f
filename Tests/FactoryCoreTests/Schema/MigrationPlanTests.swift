import Testing

@testable import FactoryCore

@Suite("Which migrations a database still needs")
struct MigrationPlanTests {
    private let known = Migration.all

    @Test("all of them when it has none, in order")
    func empty() throws {
        #expect(try missing([:]) == known.map(\.version))
    }

    @Test("those after the last it has, and none when it has all")
    func rest() throws {
        var applied: [Int: String] = [:]
        for migration in known {
            applied[migration.version] = try migration.checksum()
            #expect(try missing(applied) == known.map(\.version).filter { $0 > migration.version })
        }
    }

    @Test("cannot be told when a step was applied in another form")
    func changed() throws {
        let last = try #require(known.last)
        var applied = try Dictionary(uniqueKeysWithValues: known.map { ($0.version, try $0.checksum()) })
        applied[last.version] = String(repeating: "0", count: 64)
        #expect(throws: SchemaError.changed(version: last.version, name: last.name)) { try missing(applied) }
    }

    @Test("cannot be told by a program that is older than the database, or knows nothing")
    func newer() throws {
        let newest = known.count
        #expect(throws: SchemaError.newer(database: newest + 1, program: newest)) {
            try missing([newest + 1: "whatever"])
        }
        #expect(throws: SchemaError.newer(database: 1, program: 0)) {
            try MigrationPlan.missing(applied: [1: "whatever"], known: [])
        }
    }

    @Test("is counted from 1 without gaps, by scripts that differ")
    func steps() throws {
        #expect(known.map(\.version) == Array(1...known.count))
        #expect(Set(try known.map { try $0.checksum() }).count == known.count)
        #expect(known.allSatisfy { !$0.script.isEmpty && !$0.name.isEmpty })
    }

    private func missing(_ applied: [Int: String]) throws -> [Int] {
        try MigrationPlan.missing(applied: applied, known: known).map(\.version)
    }
}
