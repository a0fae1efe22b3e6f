import FactoryCore

/// Chooses a place for each file of a batch.
struct PlacementPlan {
    /// Places that this batch has given away already.
    private var taken: Set<OriginalPath> = []

    /// What stands at a place on disk.
    enum Occupant: Equatable {
        case nobody
        /// The very same content, from a filing whose row was never written.
        case sameContent
        case another
    }

    /// Gives a file the place of the original that it heals; nil when this batch has given the place away.
    mutating func take(_ path: OriginalPath, for file: PreparedFile) -> Placement? {
        taken.insert(path).inserted ? Placement(file: file, to: path, purpose: .heal) : nil
    }

    /// - Parameter occupant: asked for each candidate in turn, until one is free.
    /// - Returns: the first candidate that is free or holds the same content; nil when every name is taken, which
    ///   needs a file whose name carries this content's whole fingerprint and whose content is another.
    mutating func place(
        for file: PreparedFile, purpose: FilingPurpose = .file, occupant: (OriginalPath) throws -> Occupant
    ) rethrows -> Placement? {
        let candidates = OriginalPath.candidates(
            name: file.nameToKeep, day: file.metadata.capture.local.day, fingerprint: file.fingerprint)
        for candidate in candidates where !taken.contains(candidate) {
            switch try occupant(candidate) {
            case .nobody:
                taken.insert(candidate)
                return Placement(file: file, to: candidate, purpose: purpose)
            case .sameContent:
                return Placement(file: file, to: candidate, purpose: purpose == .heal ? .relocate : .adopt)
            case .another: continue
            }
        }
        return nil
    }
}
