/// Takes apart the stream of a container with a terminal, which has lines and nothing else. Only their length tells where
/// Docker cut long ones: there the same time stands once more.
enum PlainLog {
    /// How much Docker takes for one piece.
    private static let pieceSize = 16 * 1024

    static func chunks(_ bytes: [UInt8]) -> [LogChunk] {
        var chunks: [LogChunk] = []
        var start = 0
        while start < bytes.count {
            let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            let end = newline.map { $0 + 1 } ?? bytes.count
            chunks += pieces(bytes[start..<end]).map { LogChunk(stream: 1, bytes: Array($0)) }
            start = end
        }
        return chunks
    }

    private static func pieces(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        // Longer is no time.
        guard let space = line.prefix(40).firstIndex(of: UInt8(ascii: " ")) else { return [line] }
        let time = line[...space]
        var pieces: [ArraySlice<UInt8>] = []
        var rest = line
        while rest.count > 2 * time.count + pieceSize {
            let next = rest.dropFirst(time.count + pieceSize)
            guard next.starts(with: time) else { break }
            pieces.append(rest[..<next.startIndex])
            rest = next
        }
        return pieces + [rest]
    }
}
