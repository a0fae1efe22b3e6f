/// A part of another source, seen as a file of its own: the picture inside a picture.
struct WindowByteSource<Whole: ByteSource>: ByteSource {
    private let whole: Whole
    private let range: Range<Int>

    /// What of `range` lies beyond the end of `whole` is left out.
    init(_ whole: Whole, _ range: Range<Int>) {
        self.whole = whole
        self.range = range.clamped(to: 0..<max(0, whole.size))
    }

    var size: Int { range.count }

    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        guard position >= 0, position < size, count > 0 else { return [] }
        return try whole.read(at: range.lowerBound + position, count: min(count, size - position))
    }
}
