/// One sum of `factory.counters`.
public struct Counter: Sendable, Hashable {
    /// What is counted, as the table's document lists it.
    public let name: String
    /// Of which kind, day, month or state the rows are.
    public let key: String
    /// How many rows.
    public let files: Int
    /// Their sizes together.
    public let bytes: Int

    public init(name: String, key: String, files: Int, bytes: Int) {
        (self.name, self.key, self.files, self.bytes) = (name, key, files, bytes)
    }
}
