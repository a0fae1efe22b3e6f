/// Why nothing may be moved at the moment. It may go away by itself, or by the owner's hand, and filing goes on then.
struct Obstacle: Error, Equatable, CustomStringConvertible {
    /// One sentence that names what is wrong, where, and what to do; without a full stop.
    let description: String

    init(_ sentence: String) {
        description = sentence
    }
}
