import FactoryCore

/// What becomes of a file in Originals that no row names.
enum StrayPlan {
    enum Decision: Equatable {
        case adopt
        /// Its content has a row that names a missing file.
        case relocate
        /// It stays without a row, for this reason.
        case leave(String)
    }

    /// - Parameters:
    ///   - path: below Originals.
    ///   - original: where the ledger, or another file of the same look, says that the content stands; nil when nobody
    ///     has it.
    ///   - isThere: whether a file stands there.
    static func decide(_ path: RelativePath, original: String?, isThere: Bool) -> Decision {
        guard place(of: path) != nil else {
            return .leave("it does not stand in the folder of a day, under a name that is text; move it to the inbox")
        }
        guard let original else { return .adopt }
        return isThere
            ? .leave("it has the same content as \(original); remove it if nobody wants it there") : .relocate
    }

    /// The path as a place that rows can name; nil when it is none.
    static func place(of path: RelativePath) -> OriginalPath? {
        guard Array(path.text.utf8) == path.bytes else { return nil }
        return OriginalPath(text: path.text)
    }
}
