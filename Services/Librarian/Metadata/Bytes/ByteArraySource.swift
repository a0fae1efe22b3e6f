/// Bytes in memory, such as a block that was put together from parts of a file.
struct ByteArraySource: ByteSource {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var size: Int { bytes.count }

    func read(at position: Int, count: Int) -> [UInt8] {
        guard position >= 0, position < size, count > 0 else { return [] }
        return Array(bytes[position..<position + min(count, size - position)])
    }
}
