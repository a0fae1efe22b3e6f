/// A file's bytes, read by position: readers of metadata seek, and never pass over the media data.
protocol ByteSource {
    /// In bytes.
    var size: Int { get }

    /// `count` bytes from `position` on; fewer at the end of the file, none beyond it or before its beginning.
    /// Throws only when the file cannot be read.
    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8]

    /// Lends the same bytes to `body`; where they are in memory no array is made of them. For the many small reads of a
    /// walk, of which a photo takes twenty.
    func withBytes<Result>(
        at position: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(ByteSourceError) -> Result
}

extension ByteSource {
    func withBytes<Result>(
        at position: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(ByteSourceError) -> Result {
        let bytes = try read(at: position, count: count)
        return bytes.withUnsafeBytes(body)
    }
}
