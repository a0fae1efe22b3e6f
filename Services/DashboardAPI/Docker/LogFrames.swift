/// Takes apart the stream in which Docker sends both outputs of a container: frames with a header of 8 bytes each, the
/// output's number, three zeros, and the length of what follows as a big-endian number.
struct LogFrames {
    private static let headerSize = 8
    /// Docker's are of 16 KiB and the time.
    private static let longest = 1024 * 1024

    /// Complete frames so far, in order.
    private(set) var chunks: [LogChunk] = []
    /// Whether something came that is no frame. What follows it is not read.
    private(set) var isBroken = false
    private var rest: [UInt8] = []

    /// - Parameter bytes: cut anywhere.
    mutating func add(_ bytes: some Collection<UInt8>) {
        rest += bytes
        var start = 0
        while !isBroken, rest.count - start >= Self.headerSize {
            let header = rest[start..<(start + Self.headerSize)]
            let length = header.suffix(4).reduce(0) { $0 << 8 | Int($1) }
            guard rest[start] <= 3, header.dropFirst().prefix(3).allSatisfy({ $0 == 0 }), length <= Self.longest else {
                isBroken = true
                break
            }
            let end = start + Self.headerSize + length
            guard rest.count >= end else { break }
            chunks.append(LogChunk(stream: rest[start], bytes: Array(rest[(start + Self.headerSize)..<end])))
            start = end
        }
        rest = isBroken ? [] : Array(rest[start...])
    }
}
