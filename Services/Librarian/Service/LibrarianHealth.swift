import FactoryCore

/// What the librarian's heartbeat says.
struct LibrarianHealth: Sendable {
    let interval: Duration

    /// - Parameter scrub: how reading originals again gets on; nil when it is switched off.
    func health(
        _ state: ProgressBoard.State, scrub: ScrubBoard.State? = nil, waiting: WaitingFiles, now: Timestamp
    ) -> ServiceHealth {
        let progress = WorkProgress(isWorkDue: state.isBusy, lastMove: state.lastMove, oldest: waiting.since)
        let counts = Self.counts(state.tally, waiting, oldest: progress.age(now: now))
        if let obstacle = state.obstacle {
            return ServiceHealth(status: .error, task: "\(obstacle) (\(counts))")
        }
        // What waits for something outside does not hang.
        let isStalled = progress.isStalled(interval: interval, now: now)
        if let damage = state.damages.first {
            return ServiceHealth(
                status: .error, task: "Filing goes on, but \(damage) (\(counts))", isHanging: isStalled)
        }
        if let breakage = scrub?.breakage(now: now) {
            return ServiceHealth(
                status: .error, task: "Filing goes on, but reading originals again is broken: \(breakage) (\(counts))",
                isHanging: isStalled)
        }
        if let notice = state.notice {
            return ServiceHealth(status: .warning, task: "\(notice) (\(counts))", isHanging: isStalled)
        }
        if isStalled {
            return ServiceHealth(
                status: .warning, task: "Files are waiting and nothing has moved since \(state.lastMove) (\(counts))",
                isHanging: true)
        }
        if state.troubles > 0, let reason = state.lastTrouble {
            return ServiceHealth(
                status: .warning,
                task: "Somebody has to look why \(state.troubles) cannot be taken: \(reason) (\(counts))")
        }
        if let findings = scrub?.findings, findings > 0 {
            return ServiceHealth(
                status: .warning,
                task:
                    "Originals that are not as they should be: \(findings); the log and the page say which (\(counts))")
        }
        let task = state.isBusy ? "Filing photos" : "Watching the inbox"
        return ServiceHealth(status: .ok, task: "\(task): \(counts)")
    }

    private static func counts(_ tally: PassTally, _ waiting: WaitingFiles, oldest: String?) -> String {
        """
        \(tally.seen) seen = \(tally.filed) filed + \(tally.duplicates) duplicates + \(tally.healed) healed \
        + \(tally.quarantined) quarantined + \(tally.ignored) ignored + \(tally.vanished) vanished \
        + \(tally.pending) pending since the start; \(waiting.count) waiting\(oldest.map { ", the oldest for \($0)" } ?? "")
        """
    }
}
