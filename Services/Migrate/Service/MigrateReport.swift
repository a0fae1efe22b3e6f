import FactoryCore

/// What came of one run.
struct MigrateReport: Sendable {
    /// The versions that were applied, in order.
    let applied: [Int]
    /// The roles that were made, or brought to what they should be; empty when none were wanted.
    let roles: [ServiceRole]
    /// What stays open to every role of the server although it should not; each as SQL names it.
    let openDoors: [String]

    /// The version that the schema has now.
    var version: Int { Migration.all.last?.version ?? 0 }

    /// For a person.
    var sentence: String {
        let steps =
            applied.isEmpty
            ? "nothing was missing" : "applied \(applied.map { String($0) }.joined(separator: ", "))"
        let names = roles.map(\.name).joined(separator: ", ")
        return "the schema is version \(version): \(steps)"
            + (roles.isEmpty ? "" : "; set passwords and rights of \(names)")
    }

    /// One JSON object on one line.
    var json: String {
        let applied = applied.map { String($0) }.joined(separator: ",")
        let roles = roles.map { JSONText.quoted($0.name) }.joined(separator: ",")
        return "{\"version\":\(version),\"applied\":[\(applied)],\"roles\":[\(roles)]}"
    }
}
