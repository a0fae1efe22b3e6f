/// A folder on another file system than the one on which tests work, where the system has one.
public enum OtherFileSystem {
    /// In memory, and on every Linux.
    public static let path = "/dev/shm"

    /// What a skipped test says.
    public static let absence = "This needs /dev/shm to be another file system than /tmp."

    public static let isPresent = FileFacts(path: path).map { $0.device != FileFacts(path: "/tmp")?.device } ?? false
}
