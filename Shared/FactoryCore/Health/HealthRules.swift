/// Decides from its notes whether a program works. What is in the way from outside, such as a database that is down or a
/// disk that is full, is for the heartbeat to tell: a program that waits for it works.
enum HealthRules {
    /// Each service notes how it is every few seconds; a database that does not answer delays it by half a minute.
    static let patience: Duration = .seconds(120)

    /// Why the program does not work, in one sentence; nil when it does.
    ///
    /// - Parameters:
    ///   - notes: by the names of their services; nil for one that cannot be read.
    ///   - awake: how long the machine has been awake by now.
    static func complaint(_ notes: [String: HealthNote?], awake: Duration) -> String? {
        guard !notes.isEmpty else { return "nothing has reported yet" }
        return notes.sorted { $0.key < $1.key }.lazy.compactMap { complaint($0.key, $0.value, awake) }.first
    }

    private static func complaint(_ service: String, _ note: HealthNote?, _ awake: Duration) -> String? {
        guard let note else { return "what \(service) noted cannot be read" }
        guard note.awake <= awake else { return "what \(service) noted is from before the machine was started" }
        guard awake - note.awake < patience else {
            return "\(service) has not moved for \(SpokenDuration.text(awake - note.awake)); last it said: \(note.task)"
        }
        return note.isHanging ? "\(service) hangs: \(note.task)" : nil
    }
}
