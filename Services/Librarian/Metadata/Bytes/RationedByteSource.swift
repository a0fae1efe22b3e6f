/// Another source that ends early for who reads too much of it. Each reader bounds its walk and its single reads; this
/// bounds what all of them come to, whatever a file announces a thousand times.
final class RationedByteSource<Whole: ByteSource>: ByteSource {
    /// In bytes. Metadata take some hundred kilobytes; the embedded packets of large layouts a few million.
    private static var ration: Int { 32 << 20 }
    /// What a read costs at least, so that there are only so many.
    private static var leastCost: Int { 256 }

    private let whole: Whole
    private var spent = 0

    init(_ whole: Whole) {
        self.whole = whole
    }

    var size: Int { whole.size }

    /// Nothing, as behind the end, once the ration is used up.
    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        guard spent < Self.ration else { return [] }
        let bytes = try whole.read(at: position, count: min(count, Self.ration - spent))
        spent += max(bytes.count, Self.leastCost)
        return bytes
    }

    func withBytes<Result>(
        at position: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(ByteSourceError) -> Result {
        // Less than nothing is nothing.
        let left = max(Self.ration - spent, 0)
        return try whole.withBytes(at: position, count: min(count, left)) { bytes in
            if left > 0 { spent += max(bytes.count, Self.leastCost) }
            return body(bytes)
        }
    }
}
