import FactoryCore

/// How one step of a batch ended.
enum StepEnding {
    /// With what a person may want to know about it.
    case done(remark: String?)
    /// Nothing was moved, for this reason.
    case withdrawn(String)
    /// Only a later look at the disk can tell.
    case unclear

    /// What the journal says about it; nil as long as nobody knows.
    func outcome(of event: JournalEvent, at position: JournalPosition) -> JournalEvent? {
        switch self {
        case .done(let remark):
            event.success.map { .outcome(segment: position.segment, line: position.line, $0, note: remark) }
        case .withdrawn(let reason):
            .outcome(segment: position.segment, line: position.line, .withdrawn, note: reason)
        case .unclear: nil
        }
    }
}
