import FactoryCore

/// For how long heartbeats, or entries of the audit log, are kept.
struct Retention: Sendable, Hashable {
    /// What can be asked for: a day at least, so that a slip does not take the history of what went wrong last night.
    static let range = 1...36_500
    /// What is kept when nobody asks for anything else.
    static let usual = 60

    /// Within `range`.
    let days: Int

    /// What is from before this instant is too old; what is from this very instant is not. In whole seconds, so that the cutoff
    /// that is reported is the one that was applied.
    func cutoff(now: Timestamp) -> Timestamp {
        Timestamp(seconds: Int(now.microseconds / 1_000_000)).adding(seconds: -days * 86_400)
    }
}
