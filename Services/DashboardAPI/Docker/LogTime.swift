import FactoryCore

/// When a line was logged, as exactly as Docker says it.
struct LogTime: Sendable, Hashable, Comparable {
    /// Since 1970-01-01 00:00:00 UTC.
    let nanoseconds: Int

    init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

    /// Reads what RFC 3339 writes, with any number of decimals: "2026-11-28T09:41:08.471598957Z".
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let zoneStart = parts[1].firstIndex(where: { "Z+-".contains($0) }) else { return nil }
        let clock = parts[1][..<zoneStart].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let civil = CivilTime("\(parts[0]) \(clock[0])"), let offset = UTCOffset(String(parts[1][zoneStart...]))
        else { return nil }
        let decimals = clock.count == 2 ? clock[1].prefix(9) : ""
        guard decimals.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let fraction = Int(decimals + String(repeating: "0", count: 9 - decimals.count)) ?? 0
        let seconds = Int(Timestamp(local: civil, offset: offset).microseconds / 1_000_000)
        let (whole, isTooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !isTooLarge else { return nil }
        nanoseconds = whole + fraction
    }

    /// As Docker takes it: "1795858868.471598957".
    var parameter: String {
        let text = String(max(0, nanoseconds) % 1_000_000_000)
        return "\(max(0, nanoseconds) / 1_000_000_000)." + String(repeating: "0", count: 9 - text.count) + text
    }

    /// So many seconds earlier.
    func earlier(seconds: Int) -> LogTime {
        LogTime(nanoseconds: nanoseconds.subtractingReportingOverflow(seconds * 1_000_000_000).partialValue)
    }

    static func < (left: LogTime, right: LogTime) -> Bool { left.nanoseconds < right.nanoseconds }
}
