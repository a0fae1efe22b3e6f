/// Another source, asked for whole blocks of which the latest is kept: a walk over many small structures that lie
/// together costs few reads.
final class BlockByteSource<Whole: ByteSource>: ByteSource {
    private static var blockSize: Int { 8192 }

    private let whole: Whole
    private var block: [UInt8] = []
    private var start = 0

    init(_ whole: Whole) {
        self.whole = whole
    }

    var size: Int { whole.size }

    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        guard position >= 0, position < size, count > 0 else { return [] }
        let count = min(count, size - position)
        guard count <= Self.blockSize else { return try whole.read(at: position, count: count) }
        if position < start || position - start > block.count - count {
            block = try whole.read(at: position, count: Self.blockSize)
            start = position
        }
        return Array(block.dropFirst(position - start).prefix(count))
    }
}
