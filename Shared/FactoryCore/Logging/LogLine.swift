import Logging

/// Turns one event into one line of text; no event may become two lines, whatever it contains.
enum LogLine {
    static func text(_ event: LogEvent, service: String, metadata: Logger.Metadata, now: Timestamp) -> String {
        let level = event.level.rawValue.uppercased()
        let padding = String(repeating: " ", count: max(0, 8 - level.count))
        var line = "\(milliseconds(now)) \(level)\(padding) \(service): \(escaped("\(event.message)"))"
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            line += " \(escaped(key))=\(escaped("\(value)"))"
        }
        return line
    }

    static func json(_ event: LogEvent, service: String, metadata: Logger.Metadata, now: Timestamp) -> String {
        let fixed = [
            ("time", milliseconds(now)), ("level", event.level.rawValue), ("service", service),
            ("message", "\(event.message)"),
        ]
        let rest = metadata.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        let members = (fixed + rest).map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }
        return "{\(members.joined(separator: ","))}"
    }

    /// "YYYY-MM-DD HH:MM:SS.mmm" in UTC.
    private static func milliseconds(_ time: Timestamp) -> String {
        String(time.sqlText.dropLast(3))
    }

    /// Control characters would let a file's name forge a log line.
    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: JSONText.breaksLine) else { return text }
        return String(JSONText.quoted(text).dropFirst().dropLast())
    }
}
