import FactoryCore
import Synchronization

/// How reading originals again gets on, for the heartbeat.
final class ScrubBoard: Sendable {
    struct State: Sendable, Hashable {
        /// When the canary was last found damaged, as it is; at first when the board was made.
        var canaryFound: Timestamp
        /// Why the check cannot be trusted.
        var canaryProblem: String?
        /// How many originals are not as they should be.
        var findings = 0
        /// Why nothing can be read again at the moment.
        var obstacle: String?

        /// For how long the canary may not be looked for.
        private static let canaryPatience: Duration = .seconds(2 * 86_400)

        /// Why the light has to be red: the check itself is broken.
        func breakage(now: Timestamp) -> String? {
            if let canaryProblem { return canaryProblem }
            guard now.duration(since: canaryFound) > Self.canaryPatience else { return nil }
            let why = obstacle.map { ": \($0)" } ?? ""
            return "the canary was not looked for since \(canaryFound)\(why)"
        }
    }

    private let state: Mutex<State>

    init(clock: any WallClock) {
        state = Mutex(State(canaryFound: clock.now))
    }

    var current: State { state.withLock { $0 } }

    func change(_ change: (inout State) -> Void) {
        state.withLock { change(&$0) }
    }

    /// - Returns: whether that is news.
    func setObstacle(_ obstacle: String?) -> Bool {
        state.withLock { state in
            defer { state.obstacle = obstacle }
            return state.obstacle != obstacle
        }
    }

    /// Takes note of how the canary was found.
    ///
    /// - Returns: whether a problem is news.
    func note(canary problem: String?, now: Timestamp) -> Bool {
        state.withLock { state in
            defer { state.canaryProblem = problem }
            if problem == nil { state.canaryFound = now }
            return state.canaryProblem != problem
        }
    }
}
