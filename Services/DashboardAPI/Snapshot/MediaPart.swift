import FactoryCore

/// How many photos there are, of what kind, and what waits for whom.
struct MediaPart: Sendable {
    let counters: [Counter]
    /// The first and the last time at which something was captured; nil without any.
    let captured: (first: CivilTime?, last: CivilTime?)
    /// In UTC, as the days of the counters are.
    let today: CivilDay

    /// How many days `by_day` shows.
    static let days = 7

    /// The first of the days that are shown.
    static func firstDay(_ today: CivilDay) -> CivilDay {
        CivilDay(daysSince1970: today.daysSince1970 - days + 1)
    }

    var total: Int { sum("extension").files }
    var bytes: Int { sum("extension").bytes }

    /// Those for which it is true that they are `key`.
    func count(_ key: String) -> Int { sum("state", key: key).files }

    /// How many of this kind.
    func count(_ kind: MediaKind) -> Int {
        counters.filter { $0.name == "extension" && FileType.of(fileExtension: $0.key).kind == kind }
            .reduce(0) { $0 + $1.files }
    }

    var json: JSONValue {
        [
            "total": .integer(total), "bytes": .integer(bytes), "photos": .integer(count(.photo)),
            "videos": .integer(count(.video)), "filed_today": .integer(sum("filed", key: today.description).files),
            "by_day": .list((0..<Self.days).map { day(Self.firstDay(today).daysSince1970 + $0) }),
            "first_capture": .text(captured.first.map { JSONTime.text($0) }),
            "last_capture": .text(captured.last.map { JSONTime.text($0) }),
            "with_location": .integer(count("located")), "errors": .integer(count("failed")),
            "pending": [
                "geocoded": .integer(count("to be geocoded")), "thumbnailed": .integer(count("to be thumbnailed")),
                "backed_up": .integer(count("to be backed up")), "curated": .integer(count("to be curated")),
            ],
        ]
    }

    private func day(_ number: Int) -> JSONValue {
        let day = CivilDay(daysSince1970: number).description
        let filed = sum("filed", key: day)
        return ["day": .text(day), "count": .integer(filed.files), "bytes": .integer(filed.bytes)]
    }

    private func sum(_ name: String, key: String? = nil) -> (files: Int, bytes: Int) {
        counters.filter { $0.name == name && (key == nil || $0.key == key) }
            .reduce((0, 0)) { ($0.0 + $1.files, $0.1 + $1.bytes) }
    }
}
