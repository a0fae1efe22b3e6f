/// How log lines are written.
public enum LogFormat: String, Sendable, CaseIterable {
    /// For people: `2026-01-31 08:15:00.123 INFO     librarian: sentence key=value`.
    case text
    /// For programs: one JSON object a line with `time`, `level`, `service`, `message` and the metadata.
    case json
}
