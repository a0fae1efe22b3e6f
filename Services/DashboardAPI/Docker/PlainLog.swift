/// Takes apart the stream of a container with a terminal, which has lines and nothing else.
enum PlainLog {
    static func chunks(_ bytes: [UInt8]) -> [LogChunk] {
        var chunks: [LogChunk] = []
        var start = 0
        while start < bytes.count {
            let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            let end = newline.map { $0 + 1 } ?? bytes.count
            chunks.append(LogChunk(stream: 1, bytes: Array(bytes[start..<end])))
            start = end
        }
        return chunks
    }
}
