import FactoryCore

/// How many assets were captured in each year and month, the newest first.
struct Timeline: Sendable {
    /// In that order; the key is `YYYY-MM`, or nothing for those without a date.
    let months: [Counter]

    var json: JSONValue {
        var years: [(year: Int, months: [(month: Int, count: Int)])] = []
        for counter in months {
            let parts = counter.key.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2 else { continue }
            if years.last?.year != parts[0] { years.append((parts[0], [])) }
            years[years.count - 1].months.append((parts[1], counter.files))
        }
        let undated = months.filter(\.key.isEmpty).reduce(0) { $0 + $1.files }
        return ["years": .list(years.map { Self.json($0.year, $0.months) }), "undated": .integer(undated)]
    }

    private static func json(_ year: Int, _ months: [(month: Int, count: Int)]) -> JSONValue {
        [
            "year": .integer(year), "count": .integer(months.reduce(0) { $0 + $1.count }),
            "months": .list(months.map { ["month": .integer($0.month), "count": .integer($0.count)] }),
        ]
    }
}
