/// A piece of a container's log: one line with its end, or a part of a long one without.
struct LogChunk: Sendable, Equatable {
    /// 1 for standard output, 2 for standard error.
    let stream: UInt8
    let bytes: [UInt8]
}
