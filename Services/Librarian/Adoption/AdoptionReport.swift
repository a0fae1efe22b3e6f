import FactoryCore

/// The result of `librarian adopt`.
struct AdoptionReport: Sendable {
    let findings: AdoptionFindings
    let id: VaultID
    /// Where the id was written, in this order; empty when everything showed it already.
    let written: [VaultPlace]

    /// One JSON object on one line. The ids of the places are those that were found.
    var json: String {
        let state = findings.state
        let ids = VaultPlace.allCases.map { "\"\($0.rawValue)\":\(Self.text(state.id($0)?.hex))" }
        let counts: [(String, Int)] = [
            ("originals", findings.originals), ("rows", findings.rows), ("sampled", findings.sampled),
            ("present", findings.present),
        ]
        let places = written.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        let members =
            ["\"vault\":\"\(id)\""] + ids + counts.map { "\"\($0.0)\":\($0.1)" }
            + ["\"newest\":\(Self.text(findings.newest))", "\"written\":[\(places)]"]
        return "{\(members.joined(separator: ","))}"
    }

    /// The same for a person who has seen the findings.
    var sentence: String {
        guard !written.isEmpty else { return "Everything shows the vault id \(id) already." }
        let places = written.map { findings.state.name($0) }.joined(separator: ", ")
        return "Written to \(places): the vault id \(id).\(advice)"
    }

    /// The database knows none of the photos: they would be filed once more when they arrive again.
    private var advice: String {
        guard findings.rows == 0, findings.originals > 0 else { return "" }
        return " The database has no rows yet: run `librarian rebuild`, so that it knows what is in Originals."
    }

    private static func text(_ text: String?) -> String {
        text.map { JSONText.quoted($0) } ?? "null"
    }
}
