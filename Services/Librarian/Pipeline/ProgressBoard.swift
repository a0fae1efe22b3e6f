import FactoryCore
import Synchronization

/// Where the work stands, for whoever wants to know: the progress bar, the heartbeat, the report.
final class ProgressBoard: Sendable {
    struct State: Sendable {
        /// All since the board was made.
        var tally = PassTally()
        /// When a file last had its turn.
        var lastMove: Timestamp
        /// How often the pulse had beaten when somebody looked last.
        fileprivate(set) var beats = 0
        /// Whether files are on the line.
        var isBusy = false
        /// Why the librarian cannot do its job.
        var obstacle: String?
        /// What the last look at the whole inbox left there, in words.
        var leftovers = ""
        /// What is not as it should be and keeps nothing from being filed.
        var notice: String?
        /// The last file of which somebody has to look why it cannot be taken.
        var lastTrouble: String?
        /// How many of these the last look at the whole inbox met.
        var troubles = 0
        /// What is damaged in the journal; filing goes on.
        var damages: [String] = []
    }

    /// Beats while a file is read or copied, which counts as moving.
    let pulse = WorkPulse()
    private let state: Mutex<State>
    private let clock: any WallClock

    init(clock: any WallClock) {
        self.clock = clock
        state = Mutex(State(lastMove: clock.now))
    }

    var current: State {
        let (now, beats) = (clock.now, pulse.count)
        return state.withLock { state in
            if beats != state.beats { (state.beats, state.lastMove) = (beats, now) }
            // After the clock was set back nothing would seem to hang until that time has come again.
            state.lastMove = min(state.lastMove, now)
            return state
        }
    }

    func add(_ events: PassEvents) {
        let now = clock.now
        state.withLock { state in
            state.tally.seen += events.seen
            for file in events.settled {
                state.tally.add(file.outcome)
                if case .trouble(let reason) = file.outcome { state.lastTrouble = reason }
            }
            for correction in events.corrections { state.tally.correct(correction) }
            if !events.settled.isEmpty { state.lastMove = now }
        }
    }

    /// A look at the whole inbox begins: what the last one left there is met again, and counts once.
    func beginLook() {
        state.withLock { $0.tally.forgetWhatStays() }
    }

    /// A look at the whole inbox has come to its end.
    func endLook() {
        state.withLock { $0.troubles = $0.tally.troubles }
    }

    func setBusy(_ isBusy: Bool) {
        let now = clock.now
        state.withLock { state in
            state.isBusy = isBusy
            state.lastMove = now
        }
    }

    /// - Returns: whether that is news.
    func setObstacle(_ obstacle: String?) -> Bool {
        state.withLock { state in
            defer { state.obstacle = obstacle }
            return state.obstacle != obstacle
        }
    }

    /// - Returns: whether that is news.
    func setLeftovers(_ leftovers: String) -> Bool {
        state.withLock { state in
            defer { state.leftovers = leftovers }
            return state.leftovers != leftovers
        }
    }

    /// - Returns: whether there is one now and was none, or the other way round.
    func setNotice(_ notice: String?) -> Bool {
        state.withLock { state in
            defer { state.notice = notice }
            return (state.notice == nil) != (notice == nil)
        }
    }

    /// - Returns: those that are news.
    func setDamages(_ damages: [String]) -> [String] {
        state.withLock { state in
            defer { state.damages = damages }
            return damages.filter { !state.damages.contains($0) }
        }
    }
}
