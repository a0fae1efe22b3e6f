import FactoryCore

/// An explanation for a person, in lines.
enum ExplanationText {
    static func lines(_ explanation: Explanation) -> [String] {
        var lines = explanation.contents.flatMap(lines)
        lines += explanation.unread.map { "\($0.originalPath): \(line($0))" }
        if let outage = explanation.outage { lines.append("The database could not be asked: \(outage)") }
        return lines.map(printable)
    }

    private static func lines(_ history: ContentHistory) -> [String] {
        ["SHA-256 \(history.fingerprint.hex)"] + history.entries.flatMap(lines) + lines(history.row)
            + history.sidecars.map { line($0, of: history.fingerprint) }
            + history.intake.map { "  \($0.time) noted by the database: \(line($0))" } + history.places.map(line)
    }

    private static func lines(_ entry: HistoryEntry) -> [String] {
        var lines = ["  \(entry.at) \(entry.librarian): \(entry.event.summary)"]
        switch entry.event {
        case .intent(let intent): lines += details(intent)
        case .sidecar(let intent): lines.append(details(intent))
        case .removal(let intent): lines.append("    because \(intent.reason)")
        case .quarantine(let intent): lines.append("    because \(intent.reason)")
        case .outcome: break
        }
        return lines + [ending(entry)]
    }

    private static func details(_ intent: FilingIntent) -> [String] {
        let capture = intent.metadata.capture
        let offset = capture.offset.map { " \($0)" } ?? ""
        var lines = [
            "    purpose: \(intent.purpose.rawValue), \(intent.size) bytes, \(intent.metadata.format.rawValue)"
        ]
        lines.append("    taken \(capture.local)\(offset), by \(capture.source) (\(capture.precision.rawValue))")
        lines += capture.rejected.map { "    refused: \($0.source) \"\($0.text)\" \($0.reason)" }
        if let place = intent.metadata.place { lines.append("    at \(place.latitude), \(place.longitude)") }
        if let identifier = intent.metadata.contentIdentifier { lines.append("    Live Photo \(identifier)") }
        if let note = intent.metadata.note { lines.append("    note: \(note)") }
        if let problem = intent.problem { lines.append("    problem: \(problem)") }
        return lines
    }

    private static func details(_ intent: SidecarIntent) -> String {
        let owner = intent.asset.map { "of the content \($0.hex)" } ?? "which came without its photo"
        return "    \(intent.kind.rawValue), \(intent.size) bytes, \(owner)"
    }

    private static func ending(_ entry: HistoryEntry) -> String {
        guard let ending = entry.ending else {
            return "    how it ended is not written down; the librarian finds out at its next start"
        }
        return "    \(ending.outcome.rawValue) at \(ending.at)\(ending.note.map { ": \($0)" } ?? "")"
    }

    private static func lines(_ row: AssetFacts?) -> [String] {
        guard let row else { return [] }
        let problem = row.problem.map { ["    problem: \($0)"] } ?? []
        return ["  in the ledger as \(row.finalPath), \(row.size) bytes, since \(row.ingestedAt), id \(row.id)"]
            + problem
    }

    private static func line(_ sidecar: RecordedSidecar, of content: Fingerprint) -> String {
        let relation = sidecar.fingerprint == content ? "recorded as sidecar" : "has the sidecar"
        return "  \(relation) \(sidecar.place), since \(sidecar.filedAt)"
    }

    private static func line(_ record: IntakeRecord) -> String {
        let stored = record.storedPath.map { " (\($0))" } ?? ""
        return "\(record.outcome.rawValue) \(record.originalPath): \(record.reason)\(stored)"
    }

    private static func line(_ place: PlaceNow) -> String {
        let state =
            switch place.state {
            case .whole: "stands there whole"
            case .otherBytes: "has other bytes"
            case .missing: "is not there"
            case .unreadable(let reason): "cannot be read: \(reason)"
            }
        return "  now: \(place.path) \(state)"
    }

    /// A name may hold what a terminal obeys.
    private static func printable(_ line: String) -> String {
        String(JSONText.quoted(line).dropFirst().dropLast())
    }
}
