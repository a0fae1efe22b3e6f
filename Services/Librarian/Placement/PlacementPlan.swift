import FactoryCore

/// Chooses a place for each file of a batch.
struct PlacementPlan {
    /// Places that this batch has given away already, and to which content.
    private var taken: [OriginalPath: Fingerprint] = [:]
    private var order: [OriginalPath] = []

    /// - Parameter capacity: about how many places will be given away.
    init(capacity: Int = 0) {
        taken.reserveCapacity(capacity)
        order.reserveCapacity(capacity)
    }

    /// What stands at a place on disk.
    enum Occupant: Equatable {
        case nobody
        /// The very same content, from a filing whose row was never written.
        case sameContent
        case another
    }

    /// Gives a file the place of the original that it heals; nil when this batch has given the place away.
    mutating func take(_ path: OriginalPath, for file: PreparedFile) -> Placement? {
        reserve(path, for: file) ? Placement(file: file, to: path, purpose: .heal) : nil
    }

    /// - Parameters:
    ///   - companions: new files that are to stand beside it under its stem.
    ///   - occupant: asked for each candidate in turn, until one is free for all of them.
    /// - Returns: the first candidate that is free or holds the same content; nil when every name is taken, which
    ///   needs a file whose name carries this content's whole fingerprint and whose content is another.
    mutating func place(
        for file: PreparedFile, purpose: FilingPurpose = .file, companions: [PreparedFile] = [],
        occupant: (OriginalPath, any InboxFile) throws -> Occupant
    ) rethrows -> Placement? {
        let candidates = OriginalPath.candidates(
            name: file.nameToKeep, day: file.metadata.capture.local.day, fingerprint: file.fingerprint)
        for candidate in candidates where taken[candidate] == nil {
            switch try occupant(candidate, file) {
            case .nobody:
                guard try isFree(for: companions, of: file, at: candidate, occupant) else { continue }
                reserve(candidate, for: file)
                return Placement(file: file, to: candidate, purpose: purpose)
            case .sameContent:
                return Placement(file: file, to: candidate, purpose: purpose == .heal ? .relocate : .adopt)
            case .another: continue
            }
        }
        return nil
    }

    /// Chooses a place for a member of a group that has its place.
    mutating func place(
        for member: PreparedFile, beside home: GroupHome, occupant: (OriginalPath, any InboxFile) throws -> Occupant
    ) rethrows -> Placement? {
        for candidate in home.places(for: member) where taken[candidate] == nil {
            switch try occupant(candidate, member) {
            case .nobody:
                reserve(candidate, for: member)
                return Placement(file: member, to: candidate, purpose: .file, leader: home.leader)
            case .sameContent: return Placement(file: member, to: candidate, purpose: .adopt, leader: home.leader)
            case .another: continue
            }
        }
        return nil
    }

    enum SidecarPlace: Equatable {
        case free(OriginalPath)
        /// Its content stands there already.
        case filed(OriginalPath)
        /// This batch gives its content that place: what becomes of it is known with the next.
        case promised
        /// Every name is taken.
        case none
    }

    /// Chooses a place for a sidecar.
    ///
    /// - Parameter isAlone: whether it came without its photo: each photo keeps its own, also where two have the same bytes.
    mutating func place(
        for sidecar: PreparedSidecar, among candidates: [OriginalPath], isAlone: Bool,
        occupant: (OriginalPath, any InboxFile) throws -> Occupant
    ) rethrows -> SidecarPlace {
        for candidate in candidates {
            if let content = taken[candidate] {
                guard isAlone, content == sidecar.fingerprint else { continue }
                return .promised
            }
            switch try occupant(candidate, sidecar) {
            case .nobody:
                reserve(candidate, for: sidecar)
                return .free(candidate)
            case .sameContent: return .filed(candidate)
            case .another: continue
            }
        }
        return .none
    }

    /// How many places have been given away.
    var count: Int { order.count }

    /// Takes back all but the first `count` places.
    mutating func keep(_ count: Int) {
        for path in order[count...] { taken[path] = nil }
        order.removeSubrange(count...)
    }

    @discardableResult
    private mutating func reserve(_ path: OriginalPath, for file: any InboxFile) -> Bool {
        if let content = taken.updateValue(file.fingerprint, forKey: path) {
            taken[path] = content
            return false
        }
        order.append(path)
        return true
    }

    private func isFree(
        for companions: [PreparedFile], of file: PreparedFile, at path: OriginalPath,
        _ occupant: (OriginalPath, any InboxFile) throws -> Occupant
    ) rethrows -> Bool {
        // Most photos stand alone.
        guard !companions.isEmpty else { return true }
        let home = GroupHome(file, at: path, others: companions)
        return try companions.allSatisfy { try isFree(for: $0, beside: home, occupant) }
    }

    private func isFree(
        for member: PreparedFile, beside home: GroupHome, _ occupant: (OriginalPath, any InboxFile) throws -> Occupant
    ) rethrows -> Bool {
        guard let first = home.places(for: member).first, taken[first] == nil else { return false }
        return try occupant(first, member) != .another
    }
}
