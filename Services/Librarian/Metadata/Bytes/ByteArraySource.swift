/// Bytes in memory, such as a block that was put together from parts of a file.
struct ByteArraySource: ByteSource {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    var size: Int { bytes.count }

    func read(at position: Int, count: Int) -> [UInt8] {
        withBytes(at: position, count: count) { Array($0) }
    }

    func withBytes<Result>(at position: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        guard position >= 0, position < size, count > 0 else {
            return body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        return bytes.withUnsafeBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[position..<position + min(count, size - position)]))
        }
    }
}
