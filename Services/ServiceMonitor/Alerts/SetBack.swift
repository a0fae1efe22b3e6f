import FactoryCore

/// That an alert was tried in vain.
struct SetBack: Sendable, Hashable {
    /// How often.
    let attempts: Int
    /// When the last time was.
    let time: Timestamp
    /// How long it rests since.
    let wait: Duration

    /// Whether it may be tried again. A clock that was set back ends the wait as well.
    func isOver(at now: Timestamp) -> Bool {
        now < time || now.duration(since: time) >= wait
    }
}
