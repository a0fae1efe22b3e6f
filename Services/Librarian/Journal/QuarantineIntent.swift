import FactoryCore

/// A file that is about to be put aside.
struct QuarantineIntent: Sendable, Codable, Equatable {
    /// The file's full path, as text.
    let from: String
    /// Its path below the inbox as it is on disk, in hexadecimal digits; only where the text had to be escaped.
    let fromBytes: String?
    /// Below `Quarantine`.
    let to: String
    let fingerprint: Fingerprint
    /// In bytes.
    let size: Int
    let cause: QuarantineCause
    /// In words for a person.
    let reason: String
}
