import FactoryCore

/// A file in Originals that must make room.
struct DisplacedFile: Sendable {
    let place: OriginalPath
    /// The full path.
    let path: String
    let fingerprint: Fingerprint
    let stamp: FileStamp
    let cause: QuarantineCause

    /// What the journal says before it is moved to the quarantine.
    func intent(to target: QuarantinePath) -> QuarantineIntent {
        QuarantineIntent(
            from: path, fromBytes: nil, to: target.text, fingerprint: fingerprint, size: stamp.size, cause: cause,
            reason: reason)
    }

    /// What the journal says before it is removed as a copy.
    func intent(stored: OriginalPath) -> RemovalIntent {
        RemovalIntent(
            from: path, fromBytes: nil, fingerprint: fingerprint, size: stamp.size, stored: stored.text,
            reason: "it was filed while nobody could know that its content was stored already")
    }

    private var reason: String {
        switch cause {
        case .damaged: "its bytes are not those that were filed here"
        case .unfinished: "a copy to this place was cut off"
        case .unplaceable: "there is no place for it"
        }
    }
}
