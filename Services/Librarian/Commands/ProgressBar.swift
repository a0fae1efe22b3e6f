import FactoryCore
import Glibc

/// A line on the terminal that shows how far a pass has got.
struct ProgressBar: Sendable {
    private static let width = 30
    private static let interval: Duration = .milliseconds(100)

    let total: Int

    /// A bar when standard error is a terminal; `count` is only asked then.
    static func onTerminal(count: () async throws -> Int) async rethrows -> ProgressBar? {
        isTerminal ? ProgressBar(total: try await count()) : nil
    }

    /// Whether somebody may be looking.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Draws until the task is cancelled, and then once more.
    func draw(_ board: ProgressBoard) async {
        await Self.draw { reading(board.current.tally) }
    }

    /// Draws until the task is cancelled, and then once more.
    static func draw(_ reading: @Sendable () -> ProgressReading) async {
        while !Task.isCancelled {
            show(reading(), end: "")
            try? await Task.sleep(for: interval)
        }
        show(reading(), end: "\n")
    }

    /// Makes room for a line of the log.
    static func clear() {
        StandardError.write(raw: "\r\u{1B}[K")
    }

    /// The line for a tally: `[###…   ] 120/400, 118 filed, 2 duplicates`.
    func line(_ tally: PassTally) -> String {
        Self.line(reading(tally))
    }

    /// The line for a reading.
    static func line(_ reading: ProgressReading) -> String {
        let all = max(reading.total, 1)
        let done = width * min(max(reading.done, 0), all) / all
        let bar = String(repeating: "#", count: done) + String(repeating: " ", count: width - done)
        return "[\(bar)] \(reading.done)/\(all), \(reading.caption)"
    }

    private func reading(_ tally: PassTally) -> ProgressReading {
        ProgressReading(
            done: tally.settled, total: max(total, tally.seen),
            caption: "\(tally.filed) filed, \(tally.duplicates) duplicates")
    }

    private static func show(_ reading: ProgressReading, end: String) {
        StandardError.write(raw: "\r\u{1B}[K\(line(reading))\(end)")
    }
}
