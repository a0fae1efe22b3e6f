/// Up to where assets, in the order of arrival, are known to have been read.
public struct ScrubPosition: Sendable, Hashable {
    public let ingestedAt: Timestamp
    /// A UUID, as PostgreSQL writes it.
    public let id: String

    public init(ingestedAt: Timestamp, id: String) {
        (self.ingestedAt, self.id) = (ingestedAt, id)
    }

    /// Before all assets.
    public static let beginning = ScrubPosition(
        ingestedAt: .distantPast, id: "00000000-0000-0000-0000-000000000000")
}
