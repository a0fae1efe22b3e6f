/// What became of reading an original again, as it is to be written down.
public struct ScrubReading: Sendable, Hashable {
    /// A UUID, as PostgreSQL writes it.
    public let asset: String
    public let time: Timestamp
    public let finding: ScrubFinding
    /// One sentence that says what was found and what to do; nil when all is well.
    public let detail: String?
    /// The file's size in bytes and modification time; nil unless it is whole.
    public let size: Int?
    public let modified: Timestamp?

    public init(
        asset: String, time: Timestamp, finding: ScrubFinding, detail: String? = nil, size: Int? = nil,
        modified: Timestamp? = nil
    ) {
        (self.asset, self.time, self.finding, self.detail) = (asset, time, finding, detail)
        (self.size, self.modified) = (size, modified)
    }
}
