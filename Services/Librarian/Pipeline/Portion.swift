/// Files of a pass that are handed to a worker at once.
struct Portion: Sendable {
    var groups: [StableGroup] = []
    /// How many groups come behind them; nil when nobody knows yet.
    var following: Int?
}
