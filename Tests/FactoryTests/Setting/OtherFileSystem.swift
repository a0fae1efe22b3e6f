import TestSupport

/// A folder on another file system than the one on which tests work, where the system has one.
enum OtherFileSystem {
    /// In memory, and on every Linux.
    static let path = "/dev/shm"

    /// What a skipped test says.
    static let absence = "This needs /dev/shm to be another file system than /tmp."

    static let isPresent = FileFacts(path: path).map { $0.device != FileFacts(path: "/tmp")?.device } ?? false
}
