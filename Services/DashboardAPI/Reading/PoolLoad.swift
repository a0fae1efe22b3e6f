/// How a pool of connections is used at a moment.
struct PoolLoad: Sendable, Equatable {
    let size: Int
    let busy: Int
    let waiting: Int
    /// How many requests found the queue full, since the start.
    let refused: Int
}
