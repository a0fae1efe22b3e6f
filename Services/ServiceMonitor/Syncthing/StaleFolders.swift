import FactoryCore

/// Remembers since when the same number of items is out of sync: phones come and go, but not for days.
struct StaleFolders: Sendable {
    private static let patience: Duration = .seconds(86_400)

    private var seen: [String: (count: Int, since: Timestamp)] = [:]

    /// Takes note of a look at all folders, by their ids.
    ///
    /// - Returns: those that have been waiting for too long.
    mutating func note(_ outOfSync: [String: Int], now: Timestamp) -> Set<String> {
        seen = Dictionary(
            uniqueKeysWithValues: outOfSync.filter { $0.value > 0 }.map { id, count in
                let before = seen[id]
                return (id, before?.count == count ? (count, before?.since ?? now) : (count, now))
            })
        return Set(seen.filter { now.duration(since: $0.value.since) > Self.patience }.map(\.key))
    }
}
