/// When a worker rests, for a weak NAS that has other things to do by day: `08:00-23:00` on the wall clock of the house.
public struct QuietHours: Sendable, Hashable {
    /// In minutes since midnight.
    private let begin, end: Int

    /// - Parameter text: two times of the day with a dash between; the second may be of the next day.
    public init?(_ text: String) {
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
        guard times.count == 2, let begin = times[0], let end = times[1], begin != end else { return nil }
        (self.begin, self.end) = (begin, end)
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// - Parameter local: what the clock on the wall shows.
    public func contains(_ local: CivilTime) -> Bool {
        let now = local.hour * 60 + local.minute
        return begin < end ? (begin..<end).contains(now) : now >= begin || now < end
    }
}
