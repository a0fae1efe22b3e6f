import FactoryCore
import FoundationEssentials

/// An explanation as one JSON object on one line.
struct ExplanationJSON: Encodable {
    private struct Content: Encodable {
        let sha256: Fingerprint
        let history: [Entry]
        let row: AssetFacts?
        /// Below Originals.
        let sidecars: [String]
        let intake: [Record]
        let places: [Place]
    }

    private struct Entry: Encodable {
        let at: Timestamp
        let librarian: String
        let filing: FilingIntent?
        let sidecar: SidecarIntent?
        let removal: RemovalIntent?
        let quarantine: QuarantineIntent?
        let outcome: JournalOutcome?
        let ended: Timestamp?
        let note: String?
    }

    private struct Record: Encodable {
        let at: Timestamp
        let outcome: IntakeOutcome
        let path: String
        let reason: String
        let stored: String?
    }

    private struct Place: Encodable {
        let path: String
        let state: String
    }

    private let asked: String
    private let contents: [Content]
    private let unread: [Record]
    private let outage: String?

    init(_ explanation: Explanation) {
        asked = explanation.asked
        contents = explanation.contents.map(Self.content)
        unread = explanation.unread.map(Self.record)
        outage = explanation.outage
    }

    func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    private static func content(_ history: ContentHistory) -> Content {
        Content(
            sha256: history.fingerprint, history: history.entries.map(entry), row: history.row,
            sidecars: history.sidecars.map(\.place), intake: history.intake.map(record),
            places: history.places.map(place))
    }

    private static func entry(_ entry: HistoryEntry) -> Entry {
        var (filing, sidecar): (FilingIntent?, SidecarIntent?)
        var (removal, quarantine): (RemovalIntent?, QuarantineIntent?)
        switch entry.event {
        case .intent(let intent): filing = intent
        case .sidecar(let intent): sidecar = intent
        case .removal(let intent): removal = intent
        case .quarantine(let intent): quarantine = intent
        case .outcome: break
        }
        return Entry(
            at: entry.at, librarian: entry.librarian, filing: filing, sidecar: sidecar, removal: removal,
            quarantine: quarantine, outcome: entry.ending?.outcome, ended: entry.ending?.at, note: entry.ending?.note)
    }

    private static func record(_ record: IntakeRecord) -> Record {
        Record(
            at: record.time, outcome: record.outcome, path: record.originalPath, reason: record.reason,
            stored: record.storedPath)
    }

    private static func place(_ place: PlaceNow) -> Place {
        let state =
            switch place.state {
            case .whole: "whole"
            case .otherBytes: "other bytes"
            case .missing: "missing"
            case .unreadable(let reason): "unreadable: \(reason)"
            }
        return Place(path: place.path, state: state)
    }
}
