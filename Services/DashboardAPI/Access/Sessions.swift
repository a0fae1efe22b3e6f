import FactoryCore
import Synchronization

/// Who has logged in. Kept in memory alone: a restart logs everybody out.
final class Sessions: Sendable {
    /// How long a login lasts.
    static let lifetime: Duration = .seconds(30 * 86_400)
    /// When there are more, the oldest goes: nobody can fill the memory.
    private static let limit = 1000

    private struct Session {
        let end: ContinuousClock.Instant
        let token: String
    }

    private let sessions = Mutex<[String: Session]>([:])

    /// Begins a session, and gives its secret name.
    func begin(now: ContinuousClock.Instant = .now) -> String {
        let (name, token) = (Self.secret(), Self.secret())
        sessions.withLock { sessions in
            sessions = sessions.filter { $0.value.end > now }
            if sessions.count >= Self.limit, let oldest = sessions.min(by: { $0.value.end < $1.value.end }) {
                sessions[oldest.key] = nil
            }
            sessions[name] = Session(end: now + Self.lifetime, token: token)
        }
        return name
    }

    func holds(_ name: String, now: ContinuousClock.Instant = .now) -> Bool {
        token(of: name, now: now) != nil
    }

    /// What a page has to send beside the session's cookie where something is changed; nil without such a session.
    func token(of name: String, now: ContinuousClock.Instant = .now) -> String? {
        sessions.withLock { sessions in
            guard let session = sessions[name], session.end > now else { return nil }
            return session.token
        }
    }

    func end(_ name: String) {
        sessions.withLock { $0[name] = nil }
    }

    /// 256 bits that nobody guesses.
    private static func secret() -> String {
        // The system's generator is a cryptographic one.
        (0..<4).map { _ in
            let word = String(UInt64.random(in: 0...UInt64.max), radix: 16)
            return String(repeating: "0", count: 16 - word.utf8.count) + word
        }.joined()
    }
}
