import FactoryCore

/// Which names rclone's lists can hold so that the file that is meant is the only one that can be.
enum NameRules {
    /// A list has one name a line. rclone itself writes control characters as pictures of them, and quotes those with U+201B.

    /// - Returns: what goes into the lists.
    /// - Throws: `WorkFailure` that says why there is no such.
    static func listed(_ path: RelativePath) throws(WorkFailure) -> String {
        let bytes = path.bytes
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw refusal(path, "bytes that are no UTF-8")
        }
        guard !bytes.contains(where: { $0 < 32 || $0 == 127 }) else {
            throw refusal(path, "a line break or another control character")
        }
        guard !text.unicodeScalars.contains("\u{201B}") else { throw refusal(path, "the quotation mark U+201B") }
        return text
    }

    private static func refusal(_ path: RelativePath, _ what: String) -> WorkFailure {
        WorkFailure(
            "its name below Originals, '\(path.text)', has \(what), which rclone's lists cannot hold: it is not copied",
            isPassing: false)
    }
}
