import FactoryCore

/// A place where a content was put, or came from, and what stands there now.
struct PlaceNow: Sendable, Equatable {
    enum State: Sendable, Equatable {
        case whole
        case otherBytes
        case missing
        case unreadable(String)
    }

    /// Full.
    let path: String
    let state: State

    init(path: String, content: FactoryCore.Fingerprint, found: StoredContent) {
        self.path = path
        state =
            switch found {
            case .nothing: .missing
            case .unreadable(let reason): .unreadable(reason)
            case .content(let fingerprint, _): fingerprint == content ? .whole : .otherBytes
            }
    }
}
