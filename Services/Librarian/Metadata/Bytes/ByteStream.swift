/// Passes over a source byte by byte, which it reads in larger parts.
struct ByteStream<Source: ByteSource> {
    private let source: Source
    private var buffer: [UInt8] = []
    /// Where the buffer begins in the source.
    private var start: Int
    private(set) var position: Int

    init(_ source: Source, at position: Int) {
        self.source = source
        self.position = position
        start = position
    }

    /// The next byte; nil at the end.
    mutating func next() throws(ByteSourceError) -> UInt8? {
        if position - start >= buffer.count || position < start {
            buffer = try source.read(at: position, count: 16 << 10)
            start = position
        }
        guard position - start < buffer.count else { return nil }
        defer { position += 1 }
        return buffer[position - start]
    }

    mutating func skip(_ count: Int) {
        position += count
    }
}
