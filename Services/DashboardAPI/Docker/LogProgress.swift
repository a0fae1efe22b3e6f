/// How far a container's log has been read, by the times of its lines.
///
/// Two outputs are written at once, so that a line may come after a later one: each reading begins a little before the last
/// line, and what was there already is left out.
struct LogProgress {
    /// How much is read again, in seconds.
    private static let overlap = 1
    /// How long the end of a line is waited for, in seconds of the log.
    private static let patience = 10

    /// Where the next reading has to begin; nil for the beginning.
    private(set) var since: LogTime?
    private var newest: LogTime?
    /// How often each line from `since` on has been read.
    private var known: [LogLine: Int] = [:]

    /// Those that are new among all lines from `since` on.
    mutating func add(_ lines: [LogLine]) -> [LogLine] {
        newest = lines.compactMap(\.time).reduce(newest) { newest, time in newest.map { max($0, time) } ?? time }
        let awaited = lines.filter { line in
            guard line.isOpen, let time = line.time, let newest else { return false }
            return time >= newest.earlier(seconds: Self.patience)
        }
        var met: [LogLine: Int] = [:]
        var fresh: [LogLine] = []
        for line in lines where !awaited.contains(line) {
            met[line, default: 0] += 1
            if met[line, default: 0] > known[line, default: 0] { fresh.append(line) }
        }
        since = newest.map { newest in
            awaited.compactMap(\.time).reduce(newest.earlier(seconds: Self.overlap)) { min($0, $1) }
        }
        // A line without a time could not be told from one of the same words later.
        known = met.filter { line, _ in line.time.map { time in since.map { time >= $0 } ?? true } ?? false }
        return fresh
    }
}
