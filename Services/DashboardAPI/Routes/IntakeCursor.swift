import FactoryCore
import HTTPTypes

/// How a position in the list of records travels: `2023-12-25 12:34:56.000000~17`.
enum IntakeCursor {
    static func text(_ item: ListedIntake) -> String { "\(item.record.time)~\(item.id)" }

    /// - Throws: `Problem` for what `text` has not written.
    static func position(_ text: String) throws(Problem) -> IntakePosition {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 2, let time = Timestamp(String(parts[0])), let id = Int(parts[1]) else {
            throw Problem(.badRequest, "cursor is none that this server has given")
        }
        return IntakePosition(time: time, id: id)
    }
}
