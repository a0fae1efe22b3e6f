import FactoryCore

/// How many photos there are, of what kind, and what waits for whom.
struct MediaPart: Sendable {
    let counters: [Counter]
    /// The first and the last time at which something was captured; nil without any.
    let captured: (first: CivilTime?, last: CivilTime?)
    let filed: FiledDays

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
            "videos": .integer(count(.video)), "filed_today": .integer(filed.today.files),
            "by_day": .list(
                filed.days.map {
                    ["day": .text("\($0.day)"), "count": .integer($0.files), "bytes": .integer($0.bytes)]
                }),
            "first_capture": .text(captured.first.map { JSONTime.text($0) }),
            "last_capture": .text(captured.last.map { JSONTime.text($0) }),
            "with_location": .integer(count("located")), "errors": .integer(count("failed")),
            "pending": [
                "geocoded": .integer(count("to be geocoded")), "thumbnailed": .integer(count("to be thumbnailed")),
                "backed_up": .integer(count("to be backed up")), "curated": .integer(count("to be curated")),
            ],
        ]
    }

    private func sum(_ name: String, key: String? = nil) -> (files: Int, bytes: Int) {
        counters.filter { $0.name == name && (key == nil || $0.key == key) }
            .reduce((0, 0)) { ($0.0 + $1.files, $0.1 + $1.bytes) }
    }
}
