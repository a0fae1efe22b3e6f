import FactoryCore

/// A file that may be deleted on the phone: two copies of its bytes are proven.
struct SafeFile: Sendable, Hashable, Encodable {
    /// As the phone named it.
    let path: String
    let sha256: String
    /// In bytes.
    let size: Int
    /// When its copy on the target was last read back: UTC, as PostgreSQL writes it.
    let copyProvenAt: String

    enum CodingKeys: String, CodingKey {
        case path, sha256, size
        case copyProvenAt = "copy_proven_at"
    }
}
