import FactoryCore
import HTTPTypes
import Hummingbird

/// What a request asks behind the question mark, checked: a value that cannot be used is the client's mistake, and never
/// falls back to a default.
struct Query: Sendable {
    private let values: [String: String]

    /// - Throws: `Problem` when it is no text.
    init(_ request: Request) throws(Problem) {
        var values: [String: String] = [:]
        for part in (request.uri.query ?? "").split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentCode.decode(halves[0], plusIsSpace: true)
            let value = halves.count == 2 ? PercentCode.decode(halves[1], plusIsSpace: true) : ""
            guard let name, let value, !value.utf8.contains(0) else {
                throw Problem(.badRequest, "the part of the address behind the question mark is no text")
            }
            values[name] = value
        }
        self.values = values
    }

    /// Nil where it is absent or empty.
    func text(_ name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A whole number within `range`.
    func integer(_ name: String, in range: ClosedRange<Int>, default fallback: Int) throws(Problem) -> Int {
        guard let text = text(name) else { return fallback }
        guard let value = Int(text), range.contains(value) else {
            throw Problem(
                .badRequest, "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// `true` or `false`.
    func flag(_ name: String) throws(Problem) -> Bool {
        switch text(name) {
        case nil, "false": return false
        case "true": return true
        default: throw Problem(.badRequest, "\(name) must be true or false")
        }
    }

    /// "YYYY-MM-DD".
    func day(_ name: String) throws(Problem) -> CivilDay? {
        guard let text = text(name) else { return nil }
        guard let day = CivilDay(text) else { throw Problem(.badRequest, "\(name) must be a day such as 2023-12-25") }
        return day
    }
}
