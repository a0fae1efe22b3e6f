/// An asset as it comes in the order of arrival, and whether it has been read since it was filed.
public struct ScrubStretchRow: Sendable, Hashable {
    /// A UUID, as PostgreSQL writes it.
    public let id: String
    public let ingestedAt: Timestamp
    public let isUnread: Bool
}
