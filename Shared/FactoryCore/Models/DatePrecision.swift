/// How exactly a capture time is known.
public enum DatePrecision: String, Sendable, Hashable, Codable {
    case second
    /// Only the day is known; the time of day is then midnight.
    case day
}
