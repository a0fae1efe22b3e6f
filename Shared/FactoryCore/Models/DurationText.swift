/// A span of time as people say it.
public enum DurationText {
    private static let units: [(seconds: Int64, name: String)] = [
        (86_400, "d"), (3600, "h"), (60, "min"), (1, "s"),
    ]

    /// Its two largest units, such as `4 min 12 s`; what is negative is `0 s`.
    public static func words(_ duration: Duration) -> String {
        var rest = max(0, duration.components.seconds)
        guard let first = units.firstIndex(where: { rest >= $0.seconds }) else { return "0 s" }
        var words: [String] = []
        for unit in units[first...].prefix(2) where rest >= unit.seconds {
            words.append("\(rest / unit.seconds) \(unit.name)")
            rest %= unit.seconds
        }
        return words.joined(separator: " ")
    }
}
