/// What a worker does to an asset, as the tables know it: which rows wait for it, and what is set when it is done.
public struct Stage: Sendable, Hashable {
    /// The status flags of `media_assets` that a service sets.
    public enum Flag: String, Sendable, CaseIterable {
        case geocoded, thumbnailed
        case backedUp = "backed_up"

        var column: String { "is_\(rawValue)" }
        var timeColumn: String { "\(rawValue)_at" }

        /// The canonical query, which its partial index answers.
        var pattern: String {
            let waiting = "asset.is_ingested AND NOT asset.\(column)"
            return self == .geocoded ? "\(waiting) AND asset.location IS NOT NULL" : waiting
        }
    }

    /// In the tables and in messages, such as `thumbnailer`.
    public let name: String
    public let flag: Flag

    public init(_ name: String, sets flag: Flag) {
        (self.name, self.flag) = (name, flag)
    }
}
