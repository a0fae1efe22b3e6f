/// How many things the report found that somebody should look at.
struct OriginalsFindings: Sendable, Hashable {
    /// Files under Originals that the ledger does not know.
    var unknown = 0
    /// Rows whose file is gone.
    var gone = 0
    /// Folders that could not be listed, so that nothing is known of what is in them.
    var unread = 0

    var areAny: Bool { unknown + gone + unread > 0 }

    /// For a person.
    var sentence: String {
        let folders = unread > 0 ? ", \(unread) folders that could not be listed" : ""
        return "\(unknown) files that the ledger does not know, \(gone) rows whose file is gone\(folders)"
    }
}
