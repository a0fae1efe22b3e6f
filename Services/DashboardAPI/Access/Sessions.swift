import FactoryCore
import Synchronization

/// Who has logged in. Kept in memory alone: a restart logs everybody out.
final class Sessions: Sendable {
    /// How long a login lasts.
    static let lifetime: Duration = .seconds(30 * 86_400)
    /// When there are more, the oldest goes: nobody can fill the memory.
    private static let limit = 1000

    private let ends = Mutex<[String: ContinuousClock.Instant]>([:])

    /// Begins a session, and gives its secret name.
    func begin(now: ContinuousClock.Instant = .now) -> String {
        // The system's generator is a cryptographic one.
        let name = (0..<4).map { _ in
            let word = String(UInt64.random(in: 0...UInt64.max), radix: 16)
            return String(repeating: "0", count: 16 - word.utf8.count) + word
        }.joined()
        ends.withLock { ends in
            ends = ends.filter { $0.value > now }
            if ends.count >= Self.limit, let oldest = ends.min(by: { $0.value < $1.value }) { ends[oldest.key] = nil }
            ends[name] = now + Self.lifetime
        }
        return name
    }

    func holds(_ name: String, now: ContinuousClock.Instant = .now) -> Bool {
        ends.withLock { ($0[name] ?? now) > now }
    }

    func end(_ name: String) {
        ends.withLock { $0[name] = nil }
    }
}
