import FactoryCore

/// What stands at one place on the disk.
enum StoredContent: Sendable, Equatable {
    case nothing
    /// A file that was read from its beginning to its end; its size is in bytes.
    case content(Fingerprint, size: Int)
    /// Something is there that cannot be read, for this reason.
    case unreadable(String)

    /// Of what could be read.
    var fingerprint: Fingerprint? {
        if case .content(let fingerprint, _) = self { fingerprint } else { nil }
    }
}
