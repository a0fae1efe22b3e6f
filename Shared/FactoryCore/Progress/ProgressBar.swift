import Glibc

/// A line on the terminal that shows how far something has got: `[###…   ] 120/400, 118 filed`.
public enum ProgressBar {
    private static let width = 30
    private static let interval: Duration = .milliseconds(100)

    /// Whether somebody may be looking.
    public static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Draws until the task is cancelled, and then once more.
    public static func draw(_ reading: @Sendable () -> ProgressReading) async {
        while !Task.isCancelled {
            show(reading(), end: "")
            try? await Task.sleep(for: interval)
        }
        show(reading(), end: "\n")
    }

    /// Runs `body` with a bar on the terminal, if there is one.
    public static func whileDrawing<Result>(
        _ reading: @escaping @Sendable () -> ProgressReading, _ body: () async throws -> Result
    ) async rethrows -> Result {
        guard isTerminal else { return try await body() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await draw(reading) }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    /// Makes room for a line of the log.
    public static func clear() {
        StandardError.write(raw: "\r\u{1B}[K")
    }

    /// The line for a reading.
    public static func line(_ reading: ProgressReading) -> String {
        let all = max(reading.total, 1)
        let done = width * min(max(reading.done, 0), all) / all
        let bar = String(repeating: "#", count: done) + String(repeating: " ", count: width - done)
        return "[\(bar)] \(reading.done)/\(all), \(reading.caption)"
    }

    private static func show(_ reading: ProgressReading, end: String) {
        StandardError.write(raw: "\r\u{1B}[K\(line(reading))\(end)")
    }
}
