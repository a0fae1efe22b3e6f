/// One call that fails during a pass, and what the pass is to say about it.
struct Mishap: Sendable, CustomStringConvertible {
    let faults: [Fault]
    /// 0 where the owner need not know.
    let exitCode: Int32

    var description: String { faults.map(\.description).joined(separator: ";") }

    /// Somebody should know.
    static func reported(_ faults: Fault...) -> Mishap {
        Mishap(faults: faults, exitCode: 1)
    }

    /// Nothing that matters went wrong.
    static func harmless(_ faults: Fault...) -> Mishap {
        Mishap(faults: faults, exitCode: 0)
    }

    /// Where inbox and Storage are on one file system.
    static let onOneFileSystem = journal + durability + moves + removals + reads

    /// The first write to the journal's folder is that of the lock.
    private static let journal: [Mishap] = [
        .reported(.once("write", on: "/Journal/", number: 2, .fails("ENOSPC"))),
        .reported(.once("write", on: "/Journal/", number: 2, .fails("EIO"))),
        .reported(
            .once("write", on: "/Journal/", number: 2, .halves),
            .once("write", on: "/Journal/", number: 3, .fails("ENOSPC"))),
        .reported(
            .once("write", on: "/Journal/", number: 2, .halves),
            .once("write", on: "/Journal/", number: 3, .fails("ENOSPC")), .every("ftruncate", on: "/00", fails: "EIO")),
        .reported(.once("write", on: "/Journal/", number: 3, .fails("ENOSPC"))),
        .harmless(.once("write", on: "/Journal/", number: 2, .halves)),
        .harmless(.once("write", on: "/Journal/", number: 2, .fails("EINTR"))),
        .reported(.once("fdatasync", on: "/Journal/", .fails("EIO"))),
        .reported(.once("fdatasync", on: "/Journal/", .fails("ENOSPC"))),
    ]

    private static let durability: [Mishap] = [
        .reported(.once("syncfs", .fails("EIO"))), .reported(.once("syncfs", number: 2, .fails("EIO"))),
        .reported(.every("syncfs", fails: "ENOSPC")), .harmless(.every("fchmod", fails: "EPERM")),
    ]

    private static let moves: [Mishap] = [
        .reported(.once("renameat2", on: "/Originals/", .fails("ENOSPC"))),
        .reported(.once("renameat2", on: "/Originals/", number: 3, .fails("EIO"))),
        .reported(.once("renameat2", on: "/Originals/", number: 3, .fails("EROFS"))),
        .reported(.every("renameat2", on: "/Originals/", fails: "EACCES")),
        .reported(.once("renameat2", on: "/Quarantine/", .fails("EIO"))),
        .reported(.once("mkdirat", on: "/Quarantine", .fails("ENOSPC"))),
        // The first time the disk is only asked for it ahead.
        .harmless(.once("openat", on: "/Originals/2022", .fails("EMFILE"))),
        .reported(.every("openat", on: "/Originals/2022", fails: "EMFILE")),
        .reported(.once("fstatat", on: "/Originals/2022", .fails("EIO"))),
    ]

    private static let removals: [Mishap] = [
        .reported(.once("mkdirat", on: "/.photo-factory", .fails("ENOSPC"))),
        .reported(.once("renameat", on: "/.photo-factory/", .fails("EIO"))),
        .reported(.once("unlinkat", on: "/.photo-factory/", .fails("EIO"))),
        .reported(.every("unlinkat", on: "/.photo-factory/", fails: "EPERM")),
    ]

    private static let reads: [Mishap] = [
        .reported(.once("pread", on: "/Originals/", .fails("EIO"))),
        .reported(.every("pread", on: "/Originals/", fails: "EIO")),
        .reported(.once("pread", on: "/Photos_Inbox/phone", .fails("EIO"))),
        .reported(.once("openat", on: ".jpg", .fails("EACCES"))),
        .harmless(.once("pread", on: "/Photos_Inbox/phone", .fails("EINTR"))),
        .harmless(.once("pread", on: "/Photos_Inbox/phone", number: 2, .halves)),
    ]

    /// Where a move is a copy.
    static let acrossMounts: [Mishap] = [
        .reported(.once("openat", on: "/.incoming/librarian/", .fails("ENOSPC"))),
        .reported(.once("copy_file_range", on: "/.incoming/", .fails("ENOSPC"))),
        .reported(.once("copy_file_range", on: "/.incoming/", number: 2, .fails("EIO"))),
        .harmless(.every("copy_file_range", fails: "EXDEV")),
        .harmless(.every("copy_file_range", fails: "ENOSYS"), .once("write", on: "/.incoming/", .halves)),
        .reported(
            .every("copy_file_range", fails: "EOPNOTSUPP"), .once("write", on: "/.incoming/", .fails("ENOSPC"))),
        .reported(.once("fsync", on: "/.incoming/", .fails("EIO"))),
        .reported(.once("fsync", on: "/.incoming/", .fails("ENOSPC"))),
        .reported(.once("pread", on: "/.incoming/", .fails("EIO"))),
        .reported(.once("syncfs", on: "/Originals/2022", .fails("EIO"))),
        .reported(.once("renameat2", on: "/.incoming/", .fails("EIO"))),
        .harmless(.every("futimens", fails: "EPERM"), .every("fchmod", fails: "EPERM")),
        .harmless(.once("unlinkat", on: "/phone0/.photo-factory/", .fails("EIO"))),
    ]

    /// Where it is a copy to a file system of the kernel's own for disks.
    static let ontoOwnDisk: [Mishap] = [
        .reported(.once("sync_file_range", on: "/.incoming/", .fails("EIO"))),
        .reported(.every("sync_file_range", on: "/.incoming/", fails: "ENOSPC")),
        .reported(.once("pread", on: "/.incoming/", .fails("EIO"))),
        .reported(.once("syncfs", on: "/.incoming/", .fails("EIO"))),
        // Where many cannot be read at once they are read one by one, unless it is the disk that cannot.
        .harmless(.every("io_setup", fails: "ENOSYS")),
        .harmless(.every("io_submit", fails: "EPERM")),
        .harmless(.once("io_submit", on: "/.incoming/", number: 2, .fails("EINTR"))),
        .harmless(.once("io_submit", on: "/.incoming/", .halves)),
        .reported(.once("io_submit", on: "/.incoming/", number: 2, .fails("EIO"))),
        .harmless(.once("io_getevents", .fails("EINTR"))),
        .harmless(.once("io_getevents", .fails("EPERM"))),
    ]
}
