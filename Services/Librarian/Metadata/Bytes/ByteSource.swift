/// A file's bytes, read by position: readers of metadata seek, and never pass over the media data.
protocol ByteSource {
    /// In bytes.
    var size: Int { get }

    /// `count` bytes from `position` on; fewer at the end of the file, none beyond it or before its beginning.
    /// Throws only when the file cannot be read.
    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8]
}
