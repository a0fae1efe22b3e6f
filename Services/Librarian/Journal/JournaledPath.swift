import FactoryCore

/// Where a file of the journal stood, as bytes: its text alone does not lead to a name that is no UTF-8.
enum JournaledPath {
    /// The parts of the absolute path, outermost first.
    ///
    /// - Parameters:
    ///   - text: the full path, bytes that are no UTF-8 escaped.
    ///   - bytes: the path's end as it is on disk, in hexadecimal digits; nil where the text is exact.
    /// - Returns: nil for what no journal writes.
    static func components(_ text: String, bytes: String?) -> [[UInt8]]? {
        guard let bytes else { return split(Array(text.utf8)) }
        guard let exact = HexText.bytes(bytes) else { return nil }
        let escaped = split(exact).map { FileName.text($0) }.joined(separator: "/")
        guard text.utf8.count > escaped.utf8.count, text.utf8.suffix(escaped.utf8.count).elementsEqual(escaped.utf8)
        else { return nil }
        return split(Array(text.utf8.dropLast(escaped.utf8.count))) + split(exact)
    }

    private static func split(_ path: [UInt8]) -> [[UInt8]] {
        path.split(separator: UInt8(ascii: "/")).map { Array($0) }
    }
}
