import FactoryCore

/// A file that was read from its beginning to its end.
struct SeenFile: Sendable, Hashable {
    let fingerprint: Fingerprint
    /// In bytes.
    let size: Int
    let modified: Timestamp
}
