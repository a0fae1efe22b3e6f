/// A service's log, wherever it is kept: its end, and what is added to it.
protocol ServiceLog: Sendable {
    var source: LogSource { get }

    /// The last `count` lines at most; fewer when they are more than a MiB.
    func tail(_ count: Int) async throws -> [String]

    /// Passes over what there is, so that `more` gives what comes from now on.
    func skipToEnd() async throws

    /// The lines that have come since the last reading.
    func more() async throws -> [String]
}
