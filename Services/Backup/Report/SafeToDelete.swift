import FactoryCore
import FoundationEssentials

/// Which files may be deleted on the phone.
struct SafeToDelete: Sendable, Hashable, Encodable {
    var target: String
    var files: [SafeFile] = []
    /// Whose copy is proven, but whose original is missing, damaged or unreadable.
    var leftOut: [String] = []

    enum CodingKeys: String, CodingKey {
        case target, files
        case leftOut = "left_out"
    }

    var needsLook: Bool { !leftOut.isEmpty }

    /// As `sha256sum` writes it: a name with a line break is escaped as there.
    var lines: String {
        files.map { file in
            guard file.path.utf8.contains(where: { [10, 13, 92].contains($0) }) else {
                return "\(file.sha256)  \(file.path)"
            }
            let escaped = file.path.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "\\": "\\\\"
                case "\n": "\\n"
                case "\r": "\\r"
                default: String(scalar)
                }
            }.joined()
            return "\\\(file.sha256)  \(escaped)"
        }.joined(separator: "\n")
    }

    /// One JSON object on one line.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
