import FactoryCore

/// What `librarian adopt` found before it writes anything.
struct AdoptionFindings: Sendable {
    /// As the guards see it; the database answers.
    let state: VaultState
    /// How many files stand below Originals.
    let originals: Int
    /// How many assets the ledger has.
    let rows: Int
    /// How many of them were looked for in Storage.
    let sampled: Int
    /// How many of those are there.
    let present: Int
    /// Where the asset that was filed last should stand; nil when there is none.
    let newest: String?

    /// For a person: one line for each place, and one for what the ledger and Originals have in common.
    var lines: [String] {
        VaultPlace.allCases.map { "\(state.name($0)): \(state.id($0).map { "vault id \($0)" } ?? "no vault id")" }
            + ["\(originals) files in Originals, \(rows) rows in the database"]
            + (sampled > 0 ? ["of \(sampled) rows that were tried \(present) have their file"] : [])
            + (newest.map { ["the newest row is that of \($0)"] } ?? [])
    }
}
