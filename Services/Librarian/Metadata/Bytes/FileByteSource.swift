import Glibc

/// An open file. Its first block, which the fingerprint pass has read anyway, is answered from memory: an ordinary
/// JPEG has all its metadata there and costs no further read.
struct FileByteSource: ByteSource {
    /// Borrowed: the owner keeps it open for as long as this value is used.
    private let descriptor: Int32
    private let head: ArraySlice<UInt8>
    let size: Int

    init(descriptor: Int32, size: Int, head: ArraySlice<UInt8> = []) {
        self.descriptor = descriptor
        self.size = size
        self.head = head
    }

    func read(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        guard position >= 0, position < size, count > 0 else { return [] }
        let wanted = min(count, size - position)
        if holds(position, count: wanted) {
            let start = head.startIndex + position
            return Array(head[start..<start + wanted])
        }
        return try readFromDisk(at: position, count: wanted)
    }

    func withBytes<Result>(
        at position: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(ByteSourceError) -> Result {
        guard position >= 0, position < size, count > 0 else {
            return body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        let wanted = min(count, size - position)
        guard holds(position, count: wanted) else {
            let bytes = try readFromDisk(at: position, count: wanted)
            return bytes.withUnsafeBytes(body)
        }
        return head.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[position..<position + wanted])) }
    }

    /// Whether the head has so many bytes from `position` on.
    private func holds(_ position: Int, count: Int) -> Bool {
        count <= head.count && position <= head.count - count
    }

    /// Reads on after short counts and interruptions until the bytes are there or the file has ended.
    private func readFromDisk(at position: Int, count: Int) throws(ByteSourceError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let got = pread(descriptor, rest.baseAddress, rest.count, off_t(position + filled))
                if got > 0 {
                    filled += got
                } else if got == 0 {
                    return
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        guard failure == 0 else { throw ByteSourceError(position: position, code: failure) }
        return bytes
    }
}
