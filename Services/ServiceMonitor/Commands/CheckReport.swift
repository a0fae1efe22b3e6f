import FactoryCore

/// What a round found.
struct CheckReport: Sendable {
    struct Line: Sendable {
        let name: String
        let health: ServiceHealth
    }

    let lines: [Line]

    /// Whether nothing needs a look.
    var isFine: Bool { lines.allSatisfy { $0.health.status == .ok } }

    /// One line for each service.
    var text: String {
        lines.map { "\($0.name): \($0.health.status.rawValue): \($0.health.task)" }.joined(separator: "\n")
    }

    /// One object: for each service by its name `status` and `task`.
    var json: String {
        let services = lines.map { line in
            """
            \(JSONText.quoted(line.name)):{"status":\(JSONText.quoted(line.health.status.rawValue)),\
            "task":\(JSONText.quoted(line.health.task))}
            """
        }
        return "{\(services.joined(separator: ","))}"
    }
}
