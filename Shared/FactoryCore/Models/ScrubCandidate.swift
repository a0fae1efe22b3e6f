/// An original that is to be read again, with what was seen of it before.
public struct ScrubCandidate: Sendable, Hashable {
    public let row: RecordedOriginal
    public let ingestedAt: Timestamp
    /// When it was last read; nil when it has not been read since it was filed.
    public let checkedAt: Timestamp?
    /// What was found then.
    public let finding: ScrubFinding?
    /// The file's modification time when it was last whole; nil when that was never seen.
    public let modifiedWhenWhole: Timestamp?

    public init(
        row: RecordedOriginal, ingestedAt: Timestamp, checkedAt: Timestamp? = nil, finding: ScrubFinding? = nil,
        modifiedWhenWhole: Timestamp? = nil
    ) {
        (self.row, self.ingestedAt, self.checkedAt) = (row, ingestedAt, checkedAt)
        (self.finding, self.modifiedWhenWhole) = (finding, modifiedWhenWhole)
    }

    /// Since when nobody knows whether it is whole.
    public var dueSince: Timestamp { checkedAt ?? ingestedAt }
}
