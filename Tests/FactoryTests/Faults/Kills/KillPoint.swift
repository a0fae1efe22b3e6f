/// A kind of call at which a pass is killed, before and after each of the first of them.
struct KillPoint: Sendable, CustomStringConvertible {
    let call: String
    /// Only calls on paths that contain this.
    let path: String
    /// How many of them are tried.
    let calls: Int

    var description: String { "\(call) \(path)" }

    init(_ call: String, _ path: String, _ calls: Int) {
        (self.call, self.path, self.calls) = (call, path, calls)
    }

    /// Where inbox and Storage are on one file system. A delivery makes at least so many of these calls.
    static let onOneFileSystem = [
        KillPoint("renameat2", "/Originals/", 10), KillPoint("renameat2", "/Quarantine/", 1),
        KillPoint("renameat", "/.photo-factory/", 3), KillPoint("unlinkat", "/.photo-factory", 4),
        KillPoint("mkdirat", "/.photo-factory", 1), KillPoint("fchmod", "/Originals/", 8),
        KillPoint("write", "/Journal/", 3), KillPoint("fdatasync", "/Journal/", 1),
        KillPoint("syncfs", "/Originals", 2), KillPoint("send", "socket:", 12), KillPoint("recv", "socket:", 12),
        KillPoint("openat", "/Originals/", 6), KillPoint("openat", "/Photos_Inbox/", 6),
        KillPoint("pread", "/Originals/", 4), KillPoint("pread", "/Journal/", 2),
    ]

    /// Where a move is a copy.
    static let acrossMounts = [
        KillPoint("openat", "/.incoming/", 4), KillPoint("copy_file_range", "/.incoming/", 6),
        KillPoint("fsync", "/.incoming/", 6), KillPoint("pread", "/.incoming/", 6),
        KillPoint("renameat2", "/.incoming/", 6), KillPoint("syncfs", "/Originals", 6),
        KillPoint("renameat", "/.photo-factory/", 6), KillPoint("unlinkat", "/.photo-factory/", 6),
    ]
}
