/// How far something has got, for a line on the terminal.
public struct ProgressReading: Sendable, Equatable {
    public let done: Int
    /// May be less than `done`, when more came than was counted before.
    public let total: Int
    /// What follows the numbers.
    public let caption: String

    public init(done: Int, total: Int, caption: String) {
        (self.done, self.total, self.caption) = (done, total, caption)
    }
}
