/// How many things the report found that somebody should look at.
struct OriginalsFindings: Sendable, Hashable {
    /// Files under Originals that the ledger does not know.
    var unknown = 0
    /// Rows whose file is gone.
    var gone = 0

    var areAny: Bool { unknown + gone > 0 }

    /// For a person.
    var sentence: String { "\(unknown) files that the ledger does not know, \(gone) rows whose file is gone" }
}
