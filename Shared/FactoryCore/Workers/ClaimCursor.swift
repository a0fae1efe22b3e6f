/// Up to where a worker has looked for what waits. Rows that others work on, and those that have failed, are not looked at
/// again with every batch.
struct ClaimCursor: Sendable, Hashable {
    let ingestedAt: Timestamp
    /// A UUID, as PostgreSQL writes it.
    let id: String

    /// Before all that the factory could have filed.
    static let beginning = ClaimCursor(ingestedAt: Timestamp(seconds: 0), id: "00000000-0000-0000-0000-000000000000")
}
