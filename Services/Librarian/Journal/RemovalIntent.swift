import FactoryCore

/// A copy that is about to be removed, since its content was just read again in Originals.
struct RemovalIntent: Sendable, Codable, Equatable {
    /// The copy's full path, as text.
    let from: String
    /// The copy's path below the inbox as it is on disk, in hexadecimal digits; only where the text had to be escaped.
    let fromBytes: String?
    let fingerprint: Fingerprint
    /// In bytes.
    let size: Int
    /// The original that stays, below `Originals`.
    let stored: String
    /// Why the content came twice.
    let reason: String
}
