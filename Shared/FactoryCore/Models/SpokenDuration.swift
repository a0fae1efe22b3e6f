/// A span of time as people say it, by its two largest units.
public enum SpokenDuration {
    private static let units = [("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1)]

    /// For example "2 days 3 hours", "12 minutes" or "45 seconds"; what is negative is none at all.
    public static func text(_ span: Duration) -> String {
        var rest = max(0, Int(span.components.seconds))
        var parts: [(unit: Int, text: String)] = []
        for (index, (name, seconds)) in units.enumerated() where rest >= seconds {
            parts.append((index, "\(rest / seconds) \(name)\(rest / seconds == 1 ? "" : "s")"))
            rest %= seconds
        }
        guard let first = parts.first else { return "less than a second" }
        // Seconds count only where there is nothing larger, and a unit only beside its neighbour.
        let second = parts.dropFirst().first { $0.unit == first.unit + 1 && $0.unit < units.count - 1 }
        return [first.text, second?.text].compactMap(\.self).joined(separator: " ")
    }
}
