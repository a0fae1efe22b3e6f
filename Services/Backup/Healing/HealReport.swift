import FactoryCore
import FoundationEssentials

/// What came of healing.
struct HealReport: Sendable, Hashable {
    struct Entry: Sendable, Hashable, Encodable {
        enum Result: String, Sendable, Encodable {
            /// The right bytes are in Storage/Healing.
            case fetched
            /// The original is what it should be.
            case intact
            /// No copy of it was proven.
            case unknown
            case failed
        }

        let asked: String
        let result: Result
        /// Where the right bytes are.
        var file: String?
        var reason: String?
    }

    var entries: [Entry] = []

    var needsLook: Bool { entries.contains { [.unknown, .failed].contains($0.result) } }

    /// For a person.
    var sentences: String {
        entries.map { entry in
            switch entry.result {
            case .fetched: "\(entry.asked): the right bytes are in \(entry.file ?? "")"
            case .intact: "\(entry.asked): the original is what it should be"
            case .unknown: "\(entry.asked): there is no proven copy of it on the target"
            case .failed: "\(entry.asked): \(entry.reason ?? "failed")"
            }
        }.joined(separator: "\n")
    }

    /// One JSON object on one line.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(["healed": entries]), as: UTF8.self)
    }
}
