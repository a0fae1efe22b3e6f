import FactoryCore

/// What the librarian's heartbeat says.
struct LibrarianHealth: Sendable {
    /// Nothing moved for so many heartbeats, with files on the line: something hangs.
    private static let patientBeats = 3

    let interval: Duration

    func health(_ state: ProgressBoard.State, waiting: Int, waitingSince: Timestamp?, now: Timestamp) -> ServiceHealth {
        let counts = Self.counts(state.tally, waiting: waiting)
        if let obstacle = state.obstacle {
            return ServiceHealth(status: .error, task: "\(obstacle) (\(counts))")
        }
        if let damage = state.damages.first {
            return ServiceHealth(status: .error, task: "Filing goes on, but \(damage) (\(counts))")
        }
        if let notice = state.notice {
            return ServiceHealth(status: .warning, task: "\(notice) (\(counts))")
        }
        if state.isBusy, now.duration(since: state.lastMove) > interval * Self.patientBeats {
            return ServiceHealth(
                status: .warning, task: "Files are waiting and nothing has moved since \(state.lastMove) (\(counts))")
        }
        let since = waitingSince.map { ", the first since \($0)" } ?? ""
        let task = state.isBusy ? "Filing photos" : "Watching the inbox"
        return ServiceHealth(status: .ok, task: "\(task): \(counts)\(since)")
    }

    private static func counts(_ tally: PassTally, waiting: Int) -> String {
        """
        \(tally.seen) seen = \(tally.filed) filed + \(tally.duplicates) duplicates + \(tally.healed) healed \
        + \(tally.quarantined) quarantined + \(tally.ignored) ignored + \(tally.vanished) vanished \
        + \(tally.pending) pending since the start; \(waiting) waiting
        """
    }
}
