import FactoryCore

/// What is the matter with an original, by what was seen of it now and before.
enum ScrubRules {
    /// A read error is none of the bytes' and never called rot. Of a file that is not where it was the caller finds out
    /// whether it stands elsewhere.
    static func finding(of candidate: ScrubCandidate, _ sight: ScrubSight) -> ScrubFinding {
        switch sight {
        case .nothing: return .missing
        case .unreadable: return .unreadable
        case .file(let file):
            guard let expected = candidate.row.fingerprint else { return .unreadable }
            guard file.fingerprint != expected else { return .ok }
            if file.size < candidate.row.size { return .truncated }
            return file.size > candidate.row.size || isWrittenTo(file, candidate) ? .edited : .rot
        }
    }

    /// Filing keeps a file's modification time. Where nobody has seen what it was, one after the filing tells of a change.
    private static func isWrittenTo(_ file: SeenFile, _ candidate: ScrubCandidate) -> Bool {
        guard let before = candidate.modifiedWhenWhole else { return file.modified > candidate.ingestedAt }
        return file.modified != before
    }

    /// One sentence for the owner: what was found, and what to do; nil when all is well.
    ///
    /// - Parameters:
    ///   - path: where the original should stand.
    ///   - elsewhere: where it stands if it was moved.
    static func sentence(
        _ finding: ScrubFinding, of candidate: ScrubCandidate, _ sight: ScrubSight, at path: String, elsewhere: String?
    ) -> String? {
        let copy = "put a copy into the inbox, and it takes its place again"
        switch finding {
        case .ok: return nil
        case .missing: return "\(path) is missing; \(copy)"
        case .moved: return "\(path) was moved to \(elsewhere ?? "another folder"); move it back"
        case .rot:
            return "\(path) has other bytes than were filed, though nobody wrote to it: check the disk, and \(copy)"
        case .edited: return "\(path) was changed by somebody: move the change elsewhere if it is wanted, and \(copy)"
        case .truncated: return "\(path) has \(size(sight)) bytes instead of \(candidate.row.size): \(copy)"
        case .unreadable: return "\(path) cannot be read: \(reason(sight)); check its permissions and the disk"
        }
    }

    private static func size(_ sight: ScrubSight) -> Int {
        if case .file(let file) = sight { file.size } else { 0 }
    }

    private static func reason(_ sight: ScrubSight) -> String {
        if case .unreadable(let reason) = sight { reason } else { "its row has no SHA-256 to compare it with" }
    }
}
