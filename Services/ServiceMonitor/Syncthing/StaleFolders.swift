import FactoryCore

/// Remembers since when the number of items out of sync has not fallen: phones come and go, but not for days.
struct StaleFolders: Sendable {
    private static let patience: Duration = .seconds(86_400)

    private var seen: [String: (count: Int, since: Timestamp)] = [:]

    /// Takes note of a look at all folders, by their ids. As long as the number does not fall nothing arrives, also when
    /// more is waiting for each day.
    ///
    /// - Parameters:
    ///   - outOfSync: those whose state is known.
    ///   - all: those that there are; what is known of the others stays.
    /// - Returns: those that have been waiting for too long.
    mutating func note(_ outOfSync: [String: Int], of all: Set<String>, now: Timestamp) -> Set<String> {
        seen = seen.filter { all.contains($0.key) && outOfSync[$0.key] != 0 }
        for (id, count) in outOfSync where count > 0 {
            let before = seen[id]
            let isStuck = before.map { count >= $0.count } ?? false
            seen[id] = (count, isStuck ? before?.since ?? now : now)
        }
        return Set(seen.filter { now.duration(since: $0.value.since) > Self.patience }.map(\.key))
    }
}
