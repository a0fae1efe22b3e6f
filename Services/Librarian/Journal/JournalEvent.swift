/// What a line of the journal says. Indirect: it goes through many hands, and one reference is passed on faster than all
/// that an intent holds.
indirect enum JournalEvent: Sendable, Codable, Equatable {
    /// A file is about to be filed.
    case intent(FilingIntent)
    /// A sidecar is about to be filed.
    case sidecar(SidecarIntent)
    /// A copy is about to be removed.
    case removal(RemovalIntent)
    /// A file is about to be put into the quarantine.
    case quarantine(QuarantineIntent)
    /// How the intent in line `line` of segment `segment` ended.
    case outcome(segment: Int, line: Int, JournalOutcome, note: String?)

    /// What was to be done, in words.
    var summary: String {
        switch self {
        case .intent(let intent): "filing \(intent.from) as \(intent.to)"
        case .sidecar(let intent): "filing the sidecar \(intent.from) as \(intent.to)"
        case .removal(let intent): "removing \(intent.from), which is stored as \(intent.stored)"
        case .quarantine(let intent): "putting \(intent.from) into the quarantine as \(intent.to)"
        case .outcome(_, let line, let outcome, _): "line \(line) was \(outcome.rawValue)"
        }
    }

    /// What an intent ends with when it is carried out; nil for what is none.
    var success: JournalOutcome? {
        switch self {
        case .intent, .sidecar: .filed
        case .removal: .removed
        case .quarantine: .quarantined
        case .outcome: nil
        }
    }
}
