/// A kind of call at which something happens to a pass, at each of the first of them.
struct FaultPoint: Sendable, CustomStringConvertible {
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
        FaultPoint("renameat2", "/Originals/", 10), FaultPoint("renameat2", "/Quarantine/", 1),
        FaultPoint("renameat", "/.photo-factory/", 3), FaultPoint("unlinkat", "/.photo-factory", 4),
        FaultPoint("mkdirat", "/.photo-factory", 1), FaultPoint("fchmod", "/Originals/", 8),
        FaultPoint("write", "/Journal/", 3), FaultPoint("fdatasync", "/Journal/", 1),
        FaultPoint("syncfs", "/Originals", 2), FaultPoint("send", "socket:", 12), FaultPoint("recv", "socket:", 12),
        FaultPoint("openat", "/Originals/", 6), FaultPoint("openat", "/Photos_Inbox/", 6),
        FaultPoint("pread", "/Originals/", 4), FaultPoint("pread", "/Journal/", 2),
    ]

    /// Where a move is a copy.
    static let acrossMounts = [
        FaultPoint("openat", "/.incoming/", 4), FaultPoint("copy_file_range", "/.incoming/", 6),
        FaultPoint("fsync", "/.incoming/", 6), FaultPoint("pread", "/.incoming/", 6),
        FaultPoint("renameat2", "/.incoming/", 6), FaultPoint("syncfs", "/.incoming/", 1),
        FaultPoint("syncfs", "/Originals", 4),
        FaultPoint("renameat", "/.photo-factory/", 6), FaultPoint("unlinkat", "/.photo-factory/", 6),
    ]
}
