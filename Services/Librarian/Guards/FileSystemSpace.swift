/// How large a file system is, in bytes.
struct FileSystemSpace: Sendable, Equatable {
    let total: Int
    /// What this program may still write.
    let free: Int
}
