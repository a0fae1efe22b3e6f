import FactoryCore
import Glibc

/// A line on the terminal that shows how far a pass has got.
struct ProgressBar: Sendable {
    private static let width = 30
    private static let interval: Duration = .milliseconds(100)

    let total: Int

    /// A bar when standard error is a terminal; `count` is only asked then.
    static func onTerminal(count: () async throws -> Int) async rethrows -> ProgressBar? {
        isatty(STDERR_FILENO) == 1 ? ProgressBar(total: try await count()) : nil
    }

    /// Draws until the task is cancelled, and then once more.
    func draw(_ board: ProgressBoard) async {
        while !Task.isCancelled {
            show(board.current.tally, end: "")
            try? await Task.sleep(for: Self.interval)
        }
        show(board.current.tally, end: "\n")
    }

    /// The line for a tally: `[###…   ] 120/400 118 filed`.
    func line(_ tally: PassTally) -> String {
        let all = max(total, tally.seen, 1)
        let done = Self.width * min(max(tally.settled, 0), all) / all
        let bar = String(repeating: "#", count: done) + String(repeating: " ", count: Self.width - done)
        return "[\(bar)] \(tally.settled)/\(all), \(tally.filed) filed, \(tally.duplicates) duplicates"
    }

    private func show(_ tally: PassTally, end: String) {
        StandardError.write(raw: "\r\u{1B}[K\(line(tally))\(end)")
    }
}
