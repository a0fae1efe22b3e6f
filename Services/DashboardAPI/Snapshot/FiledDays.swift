import FactoryCore

/// How many files were filed on each of the last days, as the calendar at home has them.
struct FiledDays: Sendable {
    /// One day and what was filed on it.
    struct Filed: Sendable, Equatable {
        let day: CivilDay
        var files = 0
        var bytes = 0
    }

    /// `count` of them, the oldest first; the last one is today.
    let days: [Filed]

    static let count = 7

    var today: Filed { days[Self.count - 1] }

    /// The first day, in UTC, of whose counters something may be shown.
    static func firstDay(now: Timestamp) -> CivilDay {
        // The first day at home may begin on the day before in UTC.
        CivilDay(daysSince1970: now.utc.day.daysSince1970 - count - 1)
    }

    /// - Parameters:
    ///   - counters: those named `filed` count, by the quarters of an hour in UTC that are their keys.
    ///   - zone: whose days are meant.
    init(_ counters: [Counter], zone: LibraryZone, now: Timestamp) {
        let today = zone.clock(at: now).local.day.daysSince1970
        var days = (0..<Self.count).map { Filed(day: CivilDay(daysSince1970: today - Self.count + 1 + $0)) }
        for counter in counters where counter.name == "filed" {
            guard let start = CivilTime("\(counter.key):00").map({ Timestamp(utc: $0) }) else { continue }
            let index = zone.clock(at: start).local.day.daysSince1970 - today + Self.count - 1
            guard days.indices.contains(index) else { continue }
            days[index].files += counter.files
            days[index].bytes += counter.bytes
        }
        self.days = days
    }
}
