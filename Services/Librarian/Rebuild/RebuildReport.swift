/// What making the ledger again came to.
struct RebuildReport: Sendable, Equatable {
    /// Filings of the journals; also those whose rows were there already.
    var applied = 0
    /// Files that no journal knew.
    var recorded = 0
    /// Rows that named a missing file and name the one now that has their content.
    var relocated = 0
    /// How many files, or lines of journals, somebody has to look at.
    var troubles = 0

    /// One JSON object on one line.
    var json: String { "{\"applied\":\(applied),\"recorded\":\(recorded),\"relocated\":\(relocated)}" }

    /// The same for a person.
    var sentence: String {
        "\(applied) filings of the journals applied, \(recorded) files recorded, \(relocated) rows relocated"
    }
}
