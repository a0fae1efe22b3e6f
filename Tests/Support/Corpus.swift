/// The collection of real photos with known answers, where there is one.
///
/// It is looked for in the folder that the variable `FACTORY_CORPUS` names, else in `../shared/corpus` beside the
/// checkout. Tests that need it skip, saying so, where it is missing.
public struct Corpus: Sendable {
    /// Where the files lie; read only.
    public let folder: TestFolder
    /// One row for each file, in the order of the manifest.
    public let rows: [CorpusRow]

    /// Whether there is a corpus on this machine.
    public static var isPresent: Bool {
        location.facts("MANIFEST.tsv") != nil
    }

    /// What a skipped test says.
    public static let absence = "No corpus at \(location.path): name one in FACTORY_CORPUS to run this."

    /// Reads the manifest.
    public init() throws {
        folder = Self.location
        let text = String(decoding: try folder.read("MANIFEST.tsv"), as: UTF8.self)
        var lines = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        guard !lines.isEmpty else { throw SupportError("The manifest in \(folder.path) is empty.") }
        let names = lines.removeFirst().map(String.init)
        rows = lines.map { CorpusRow(columns: zip(names, $0.map(String.init))) }
    }

    private static var location: TestFolder {
        if let named = TestEnvironment.value("FACTORY_CORPUS") { return TestFolder(named) }
        let checkout = #filePath.split(separator: "/").dropLast(3)
        return TestFolder("/\(checkout.dropLast().joined(separator: "/"))/shared/corpus")
    }
}
