/// How far something has got, for a line on the terminal.
struct ProgressReading: Sendable, Equatable {
    let done: Int
    /// May be less than `done`, when more came than was counted before.
    let total: Int
    /// What follows the numbers.
    let caption: String
}
