/// Makes lines of pieces. Docker cuts what is longer than 16 KiB, puts the time before each part, and may have lines of the
/// other output between them.
enum LogLines {
    private struct Open {
        var time: LogTime?
        var bytes: [UInt8]
    }

    /// In the order of their ends; then those whose end is still to come.
    static func lines(_ chunks: [LogChunk]) -> [LogLine] {
        var lines: [LogLine] = []
        var open: [UInt8: Open] = [:]
        for chunk in chunks {
            let (time, text) = timed(chunk.bytes)
            var line = open.removeValue(forKey: chunk.stream) ?? Open(time: time, bytes: [])
            line.bytes += text
            if line.bytes.last == UInt8(ascii: "\n") {
                lines.append(make(line, chunk.stream, isOpen: false))
            } else {
                open[chunk.stream] = line
            }
        }
        return lines + open.sorted { $0.key < $1.key }.map { make($0.value, $0.key, isOpen: true) }
    }

    /// The time before the first space, and what follows it.
    private static func timed(_ bytes: [UInt8]) -> (LogTime?, ArraySlice<UInt8>) {
        // Longer is no time.
        guard let space = bytes.prefix(40).firstIndex(of: UInt8(ascii: " ")),
            let time = LogTime(String(decoding: bytes[..<space], as: UTF8.self))
        else { return (nil, bytes[...]) }
        return (time, bytes[(space + 1)...])
    }

    private static func make(_ line: Open, _ stream: UInt8, isOpen: Bool) -> LogLine {
        var bytes = line.bytes[...]
        if bytes.last == UInt8(ascii: "\n") { bytes = bytes.dropLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        return LogLine(
            time: line.time, stream: stream, text: String(decoding: bytes, as: UTF8.self), isOpen: isOpen)
    }
}
