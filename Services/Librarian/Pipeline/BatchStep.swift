import FactoryCore

/// One thing that a batch does to one file; the journal says so before.
enum BatchStep {
    case file(Placement)
    case fileSidecar(SidecarPlacement)
    /// A file whose content was just read again at this place.
    case remove(any InboxFile, stored: OriginalPath, reason: String)
    /// A file for which there is no place.
    case quarantine(PreparedFile, to: QuarantinePath, reason: String)
    /// What stands in Originals and are not the bytes that were filed there.
    case evict(DisplacedFile, to: QuarantinePath)
    /// A second file in Originals whose content was just read again at this place.
    case removeCopy(DisplacedFile, stored: OriginalPath)
    /// The content stands where this intent put it, and its row has to name that place.
    case relocate(FilingIntent)
    /// The content stands where this intent says, and no row names it.
    case adopt(FilingIntent)
    /// The same of a sidecar.
    case adoptSidecar(SidecarIntent)

    /// The file of the inbox that it is about; nil for none.
    var file: (any InboxFile)? {
        switch self {
        case .file(let placement): placement.file
        case .fileSidecar(let placement): placement.sidecar
        case .remove(let file, _, _): file
        case .quarantine(let file, _, _): file
        case .evict, .removeCopy, .relocate, .adopt, .adoptSidecar: nil
        }
    }

    /// The descriptor of the file of the inbox without which this step is not taken; nil for none.
    var leader: ObjectIdentifier? {
        switch self {
        case .file(let placement): placement.leader
        case .fileSidecar(let placement): placement.leader
        case .remove, .quarantine, .evict, .removeCopy, .relocate, .adopt, .adoptSidecar: nil
        }
    }

    /// Whether another step takes the place that this one leaves.
    var makesRoom: Bool {
        if case .evict = self { true } else { false }
    }

    /// What the journal says before.
    var event: JournalEvent {
        switch self {
        case .file(let placement): .intent(placement.intent)
        case .fileSidecar(let placement): .sidecar(placement.intent)
        case .remove(let file, let stored, let reason):
            .removal(
                RemovalIntent(
                    from: file.inboxPath, fromBytes: file.exactPath, fingerprint: file.fingerprint,
                    size: file.stamp.size, stored: stored.text, reason: reason))
        case .quarantine(let file, let path, let reason):
            .quarantine(
                QuarantineIntent(
                    from: file.inboxPath, fromBytes: file.exactPath, to: path.text, fingerprint: file.fingerprint,
                    size: file.stamp.size, cause: .unplaceable, reason: reason))
        case .evict(let file, let path): .quarantine(file.intent(to: path))
        case .removeCopy(let copy, let stored): .removal(copy.intent(stored: stored))
        case .relocate(let intent): .intent(intent.relocated)
        case .adopt(let intent): .intent(intent)
        case .adoptSidecar(let intent): .sidecar(intent)
        }
    }
}
