import FoundationEssentials
import TestSupport

/// What the journal says that was found in a file.
struct JournaledMetadata: Decodable {
    struct Capture: Decodable {
        let local: String
        let offset: String?
        let instant: String?
        let source: String
    }

    struct Place: Decodable {
        let lat: Double
        let lon: Double
    }

    let capture: Capture
    let place: Place?

    private struct Line: Decodable {
        let event: Event
    }

    private struct Event: Decodable {
        let intent: Intent?
    }

    private struct Intent: Decodable {
        let content: Filing

        private enum CodingKeys: String, CodingKey {
            case content = "_0"
        }
    }

    private struct Filing: Decodable {
        let from: String
        let metadata: JournaledMetadata
    }

    /// By the path in the inbox.
    static func all(in storage: TestFolder) throws -> [String: JournaledMetadata] {
        let journals = TestFolder(storage.path(of: "Journal"))
        var found: [String: JournaledMetadata] = [:]
        for segment in try journals.files() {
            for line in try journals.read(segment).split(separator: UInt8(ascii: "\n")) {
                guard let intent = try? JSONDecoder().decode(Line.self, from: Data(line)).event.intent else { continue }
                found[intent.content.from] = intent.content.metadata
            }
        }
        return found
    }
}
