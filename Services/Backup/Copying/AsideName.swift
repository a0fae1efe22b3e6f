import FactoryCore

/// The folder for what is set aside at one time: `2026-11-29T012000.123456Z`, without what some file systems refuse in names.
enum AsideName {
    static func text(_ time: Timestamp) -> String {
        time.sqlText.filter { $0 != ":" }.split(separator: " ").joined(separator: "T") + "Z"
    }
}
