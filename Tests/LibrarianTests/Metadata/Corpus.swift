import FoundationEssentials
import Testing

/// Real and synthetic files with expected answers, which are kept outside of the project.
///
/// Looked for where the environment variable FACTORY_CORPUS says, else in `shared/corpus` beside the checkout.
struct Corpus {
    typealias Row = [String: String]

    let folder: String
    let rows: [Row]

    static let folder: String = {
        let checkout = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return ProcessInfo.processInfo.environment["FACTORY_CORPUS"] ?? "/\(checkout)/../shared/corpus"
    }()

    static let isPresent = FileManager.default.fileExists(atPath: "\(folder)/MANIFEST.tsv")
    static let absence: Comment = "The corpus is not at \(folder); FACTORY_CORPUS may say where it is."

    init() throws {
        folder = Self.folder
        let text = try String(contentsOfFile: "\(folder)/MANIFEST.tsv", encoding: .utf8)
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let names = lines.first ?? []
        rows = lines.dropFirst().map { fields in
            Row(zip(names, fields)) { first, _ in first }
        }
    }

    func bytes(of row: Row) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(row["path"] ?? "")")))
    }
}
