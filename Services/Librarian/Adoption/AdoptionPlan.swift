import FactoryCore

/// Decides which id an existing installation gets, and where it has to be written.
enum AdoptionPlan: Sendable, Equatable {
    /// Everything shows this id already.
    case agreed(VaultID)
    /// These places get the id, in this order, whatever they showed.
    case write(VaultID, [VaultPlace])
    /// Nothing is written, for this reason.
    case refused(String)

    /// - Parameter newID: the id of an installation that has none yet.
    static func of(_ findings: AdoptionFindings, newID: VaultID) -> AdoptionPlan {
        if let sentence = mountObjection(findings) ?? difference(findings) { return .refused(sentence) }
        let state = findings.state
        let id = state.storage ?? state.database ?? state.inbox ?? newID
        let places = VaultPlace.allCases.filter { state.id($0) != id }
        return places.isEmpty ? .agreed(id) : .write(id, places)
    }

    private static func mountObjection(_ findings: AdoptionFindings) -> String? {
        let state = findings.state
        if let place = state.readOnly.first { return "\(state.name(place)) is mounted read-only: mount it for writing" }
        guard findings.rows > 0, findings.present * 2 < findings.sampled || findings.sampled == 0 else { return nil }
        return """
            of \(findings.sampled) rows that were tried only \(findings.present) have their file in \
            \(state.name(.storage)): is STORAGE mounted, and the right one?
            """
    }

    /// Without rows the database is a new one, and Storage knows better.
    private static func difference(_ findings: AdoptionFindings) -> String? {
        let state = findings.state
        guard findings.rows > 0, let storage = state.storage, let database = state.database, storage != database else {
            return nil
        }
        return """
            \(state.name(.storage)) shows the vault id \(storage), but the database \(database): they belong to \
            different installations; mount the right folder, or name the right database
            """
    }
}
