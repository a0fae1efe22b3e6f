import Synchronization

/// Where a worker stands, for its heartbeat and its progress bar.
public final class WorkBoard: Sendable {
    public struct State: Sendable {
        public var tally = WorkTally()
        /// How many assets it has in hand.
        public var inHand = 0
        /// When an asset last had its turn.
        public fileprivate(set) var lastMove: Timestamp
        /// Why it does not work now; nil when it does.
        public var obstacle: String?
        /// Whether it rests by its settings.
        public var isResting = false
        /// With how many assets it failed, and of how many it has given up.
        public var failed = 0, givenUp = 0

        /// With how many something came of it.
        var decided: Int { tally.done + tally.failed + tally.lost }
    }

    private let state: Mutex<State>
    private let clock: any WallClock
    private let warnsOfGivenUp: Bool

    /// So many failures, and more than there was success, are nothing that single files can be at fault for.
    private static let manyFailures = 10

    /// - Parameter warnsOfGivenUp: whether an asset that was given up is something for the light; the asset tells it anyway.
    public init(clock: any WallClock, warnsOfGivenUp: Bool = true) {
        (self.clock, self.warnsOfGivenUp) = (clock, warnsOfGivenUp)
        state = Mutex(State(lastMove: clock.now))
    }

    public var current: State { state.withLock { $0 } }

    /// - Parameter moves: whether an asset had its turn with it.
    func change(moves: Bool = false, _ body: (inout State) -> Void) {
        let now = clock.now
        state.withLock { state in
            body(&state)
            // After the clock was set back nothing would seem to hang until that time has come again.
            state.lastMove = moves ? now : min(state.lastMove, now)
        }
    }

    /// What the worker's heartbeat says.
    ///
    /// - Parameter interval: of its heartbeat.
    public func health(interval: Duration) -> ServiceHealth {
        let (state, now) = (current, clock.now)
        let progress = WorkProgress(
            isWorkDue: state.inHand > 0 && state.obstacle == nil, lastMove: state.lastMove, oldest: nil)
        let isHanging = progress.isStalled(interval: interval, now: now)
        let words = [
            state.obstacle,
            isHanging ? "nothing has moved for \(SpokenDuration.text(now.duration(since: state.lastMove)))" : nil,
            state.isResting ? "resting during its quiet hours" : nil,
            state.obstacle == nil && !state.isResting
                ? state.inHand > 0 ? "working on \(state.inHand)" : "waiting for new assets" : nil,
            "\(state.tally.done) done since the start",
            state.failed > 0 ? "failed with \(state.failed), \(state.givenUp) of them given up" : nil,
        ]
        let failsMostly = state.tally.failed >= Self.manyFailures && state.tally.failed > state.tally.done
        let isWell =
            state.obstacle == nil && !isHanging && !failsMostly && (state.givenUp == 0 || !warnsOfGivenUp)
        return ServiceHealth(
            status: isWell ? .ok : .warning, task: words.compactMap { $0 }.joined(separator: "; "), isHanging: isHanging
        )
    }
}
