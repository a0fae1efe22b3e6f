import FactoryCore

/// An alert in words for a person.
struct AlertMessage: Sendable, Hashable {
    /// What happened, in a few words.
    let title: String
    /// What is known about it, in sentences.
    let text: String

    /// Servers take some thousand bytes, and people read less.
    private static let quoteLimit = 500

    init(_ alert: Alert) {
        let beat = alert.report.heartbeat
        switch alert.change {
        case .silent:
            title = "Photo Factory: \(alert.report.name) is red"
            let interval = "interval \(alert.report.interval.components.seconds) s"
            text = "No heartbeat since \(Self.minute(beat.time)) (\(interval)).\(Self.quote(beat, "It last said"))"
        case .failing:
            title = "Photo Factory: \(alert.report.name) is red"
            text = "It has reported an error since \(Self.minute(alert.redSince)).\(Self.quote(beat, "It says"))"
        case .recovered(let time):
            title = "Photo Factory: \(alert.report.name) is green again"
            let span = SpokenDuration.text(time.duration(since: alert.redSince))
            text = "It was red for \(span), since \(Self.minute(alert.redSince)).\(Self.quote(beat, "It now says"))"
        }
    }

    private static func minute(_ time: Timestamp) -> String {
        "\(time.sqlText.prefix(16)) UTC"
    }

    private static func quote(_ beat: Heartbeat, _ opening: String) -> String {
        beat.task.map { " \(opening): \(String($0.unicodeScalars.prefix(quoteLimit)))" } ?? ""
    }
}
