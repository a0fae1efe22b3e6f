/// How much of what was expected was found, format by format.
struct AccuracyTable: CustomStringConvertible {
    /// How many of those that have an answer.
    struct Share: CustomStringConvertible {
        var right = 0
        var total = 0

        mutating func add(_ isRight: Bool) {
            total += 1
            right += isRight ? 1 : 0
        }

        var isFull: Bool { right == total }

        var description: String { "\(right)/\(total)" }
    }

    struct Figures {
        var day = Share()
        /// The days of those that have another date than that of their last change.
        var dated = Share()
        var time = Share()
        var offset = Share()
        var instant = Share()
        var place = Share()

        var columns: [String] { [day, dated, time, offset, instant, place].map(\.description) }
    }

    private(set) var total = Figures()
    private var formats: [String: Figures] = [:]
    private var misses: [String] = []

    mutating func add(_ expected: ExpectedMetadata, _ found: JournaledMetadata?) {
        let before = total.columns
        let right = count(expected, found, in: &total)
        _ = count(expected, found, in: &formats[expected.format, default: Figures()])
        if !right, before != total.columns {
            let capture = found.map { "\($0.capture.local) \($0.capture.offset ?? "") \($0.capture.source)" }
            misses.append(
                "\(expected.path): \(expected.local) \(expected.offset ?? "") \(expected.source), "
                    + "found \(capture ?? "nothing")")
        }
    }

    private func count(
        _ expected: ExpectedMetadata, _ found: JournaledMetadata?, in figures: inout Figures
    ) -> Bool {
        let isTimed = expected.local.count > 10
        var rights: [Bool] = []
        func note(_ share: inout Share, _ isRight: Bool) {
            share.add(isRight)
            rights.append(isRight)
        }
        let isDayRight = found?.capture.local.hasPrefix(expected.local.prefix(10)) == true
        note(&figures.day, isDayRight)
        if expected.source != "mtime" { note(&figures.dated, isDayRight) }
        if isTimed { note(&figures.time, found?.capture.local.hasPrefix(expected.local) == true) }
        if isTimed, let offset = expected.offset {
            note(&figures.offset, found.map { $0.capture.offset ?? "" } == offset)
        }
        if let instant = expected.instant {
            note(&figures.instant, found?.capture.instant?.hasPrefix(instant) == true)
        }
        note(&figures.place, found.map { isRight($0.place, expected) } == true)
        return rights.allSatisfy { $0 }
    }

    private func isRight(_ place: JournaledMetadata.Place?, _ expected: ExpectedMetadata) -> Bool {
        guard let place, let expected = expected.place else { return (place == nil) == (expected.place == nil) }
        return abs(place.lat - expected.latitude) <= 0.0002 && abs(place.lon - expected.longitude) <= 0.0002
    }

    var description: String {
        let header = ["format", "day", "dated", "time", "offset", "instant", "place"]
        let rows = formats.sorted { $0.key < $1.key }.map { [$0.key] + $0.value.columns } + [["all"] + total.columns]
        let lines = ([header] + rows).map { row in
            row.map { $0 + String(repeating: " ", count: max(1, 10 - $0.count)) }.joined()
        }
        return (misses + [""] + lines).joined(separator: "\n")
    }
}
