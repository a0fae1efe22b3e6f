/// A chunk of a RIFF file (Multimedia Programming Interface and Data Specifications 1.0).
struct AVIChunk: Hashable {
    /// Four characters of Latin-1; of a list its own kind: "hdrl".
    let type: String
    let isList: Bool
    /// Behind the header and a list's kind; cut where that ends which holds the chunk.
    let contents: Range<Int>
    /// Where the next one begins: chunks begin at even places.
    let next: Int
}

extension ByteSource {
    /// The chunks that follow each other in `range`, at most `most`. A header that is cut ends the walk with what was
    /// found.
    func chunks(in range: Range<Int>, most: Int = 512) throws(ByteSourceError) -> [AVIChunk] {
        let range = range.clamped(to: 0..<max(0, size))
        var found: [AVIChunk] = []
        var position = range.lowerBound
        while found.count < most, position < range.upperBound {
            let header = try read(at: position, count: min(12, range.upperBound - position))
            guard let length = header.integer(UInt32.self, at: 4, .little) else { break }
            let isList = header.holds("LIST".utf8) || header.holds("RIFF".utf8)
            guard !isList || header.count == 12 else { break }
            let name = isList ? header[8..<12] : header[..<4]
            let end = min(range.upperBound - position - 8, Int(length)) + position + 8
            let start = min(position + (isList ? 12 : 8), end)
            found.append(
                AVIChunk(
                    type: String(latin1: name), isList: isList, contents: start..<end, next: end + Int(length % 2)))
            position = end + Int(length % 2)
        }
        return found
    }
}
