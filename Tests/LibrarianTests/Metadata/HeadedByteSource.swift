@testable import librarian

/// Bytes in memory of which the first are known already, as the librarian knows them of a file; counts the reads that
/// would go to the disk.
final class HeadedByteSource: ByteSource {
    /// As much as the librarian reads of a file at once before it asks what is in it.
    private static let headSize = 80 * 1024

    private let bytes: [UInt8]
    private(set) var reads = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var size: Int { bytes.count }

    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        guard position >= 0, position < size, count > 0 else { return [] }
        let end = position + min(count, size - position)
        if end > Self.headSize { reads += 1 }
        return Array(bytes[position..<end])
    }
}
