import FactoryCore
import HTTPTypes

/// How a position in the list of assets travels: `2023-12-25 12:34:56~{id}`, `~{id}` among those without a date.
enum AssetCursor {
    static func text(_ position: AssetPosition) -> String {
        "\(position.capturedAt?.description ?? "")~\(position.id ?? "")"
    }

    /// - Throws: `Problem` for what `text` has not written.
    static func position(_ text: String) throws(Problem) -> AssetPosition {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw invalid }
        let id = parts[1].isEmpty ? nil : String(parts[1])
        if let id, !AssetID.isValid(id) { throw invalid }
        guard !parts[0].isEmpty else { return AssetPosition(capturedAt: nil, id: id) }
        guard let time = CivilTime(String(parts[0])), id != nil else { throw invalid }
        return AssetPosition(capturedAt: time, id: id)
    }

    private static var invalid: Problem { Problem(.badRequest, "cursor is none that this server has given") }
}
