import FactoryCore

/// The progress bar of a pass.
struct PassBar: Sendable {
    let total: Int

    /// A bar when somebody may be looking; `count` is only asked then.
    static func onTerminal(count: () async throws -> Int) async rethrows -> PassBar? {
        ProgressBar.isTerminal ? PassBar(total: try await count()) : nil
    }

    /// Draws until the task is cancelled, and then once more.
    func draw(_ board: ProgressBoard) async {
        await ProgressBar.draw { reading(board.current.tally) }
    }

    func reading(_ tally: PassTally) -> ProgressReading {
        ProgressReading(
            done: tally.settled, total: max(total, tally.seen),
            caption: "\(tally.filed) filed, \(tally.duplicates) duplicates")
    }
}
