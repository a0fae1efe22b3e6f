import FactoryCore

/// How the contract writes times: to the second, as ISO 8601 has it.
enum JSONTime {
    /// "YYYY-MM-DDTHH:MM:SSZ".
    static func text(_ time: Timestamp) -> String { text(time.utc) + "Z" }

    /// "YYYY-MM-DDTHH:MM:SS", on a clock whose zone nobody tells.
    static func text(_ time: CivilTime) -> String {
        let parts = time.sqlText.split(separator: " ")
        return "\(time.day)T\(parts.last?.prefix(8) ?? "")"
    }
}
