import FactoryCore
import HTTPTypes
import Hummingbird

/// Files that did not become assets.
struct IntakeRoutes: Sendable {
    let pool: ReadPool

    func add(to router: Router<WebContext>) {
        router.answer("/api/v1/intake") { request, _ in
            let query = try Query(request)
            let limit = try query.integer("limit", in: 1...200, default: 50)
            let position = try query.text("cursor").map { try IntakeCursor.position($0) }
            let statement = IntakeTable.page(try outcome(query), behind: position, limit: limit + 1)
            let items = try await pool.rows(statement) { try IntakeTable.listed($0) }
            let page = items.prefix(limit)
            let next = items.count > limit ? page.last.map { IntakeCursor.text($0) } : nil
            return Response.json(["items": .list(page.map { Self.json($0) }), "next": .text(next)], for: request)
        }
    }

    private func outcome(_ query: Query) throws(Problem) -> IntakeOutcome? {
        guard let text = query.text("outcome") else { return nil }
        guard let outcome = IntakeOutcome(rawValue: text) else {
            let words = IntakeOutcome.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(.badRequest, "outcome must be one of: \(words)")
        }
        return outcome
    }

    private static func json(_ item: ListedIntake) -> JSONValue {
        let record = item.record
        return [
            "id": .integer(item.id), "outcome": .text(record.outcome.rawValue), "name": .text(record.originalName),
            "original_path": .text(record.originalPath), "stored_path": .text(record.storedPath),
            "size_bytes": .integer(record.size), "reason": .text(record.reason), "occurred_at": .time(record.time),
        ]
    }
}
