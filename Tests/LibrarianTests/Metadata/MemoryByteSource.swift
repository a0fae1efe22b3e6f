@testable import librarian

/// Bytes in memory; knows how many were asked for, so that a test can say that a reader does not read too much.
final class MemoryByteSource: ByteSource {
    let bytes: [UInt8]
    private(set) var bytesRead = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var size: Int { bytes.count }

    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        guard position >= 0, position < bytes.count, count > 0 else { return [] }
        let answer = Array(bytes[position..<position + min(count, bytes.count - position)])
        bytesRead += answer.count
        return answer
    }
}
