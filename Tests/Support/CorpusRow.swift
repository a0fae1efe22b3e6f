/// What the manifest says about one file of the corpus.
public struct CorpusRow: Sendable {
    private let columns: [String: String]

    init(columns: some Sequence<(String, String)>) {
        self.columns = Dictionary(columns) { first, _ in first }
    }

    /// The text of a column by its name; empty when the file has none.
    public subscript(_ column: String) -> String {
        columns[column] ?? ""
    }

    /// Relative to the corpus.
    public var path: String { self["path"] }

    /// The last part of the path.
    public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// In lower-case hex.
    public var sha256: String { self["sha256"] }

    /// In bytes.
    public var size: Int { Int(self["bytes"]) ?? -1 }

    /// For example `JPEG`.
    public var format: String { self["format"] }

    /// Where the capture time must come from, for example `EXIF:DateTimeOriginal`.
    public var captureSource: String { self["cap_source"] }

    /// Where the file must end up, relative to Storage and without a slash at the end.
    public var captureFolder: String {
        self["cap_folder"].split(separator: "/").joined(separator: "/")
    }
}
