/// What a file system lacks, as ZFS, NFS and SMB do.
enum Refusal: String, Sendable, CaseIterable {
    /// No rename that does not replace, by its two answers.
    case noReplaceRename, unknownRename
    /// Neither that nor a second name for a file.
    case linksToo
    /// Nor what may be refused without harm: modes and times.
    case modesToo

    var faults: [Fault] {
        switch self {
        case .noReplaceRename: [.every("renameat2", fails: "EINVAL")]
        case .unknownRename: [.every("renameat2", fails: "ENOSYS")]
        case .linksToo: Self.noReplaceRename.faults + [.every("linkat", fails: "EPERM")]
        case .modesToo: Self.linksToo.faults + ["fchmod", "futimens"].map { .every($0, fails: "EPERM") }
        }
    }

    /// The calls that put a file into Originals instead, and those after it.
    var faultPoints: [FaultPoint] {
        switch self {
        case .noReplaceRename, .unknownRename:
            [
                FaultPoint("linkat", "/Originals/", 4), FaultPoint("renameat", "moving-", 4),
                FaultPoint("unlinkat", "moving-", 4),
            ]
        case .linksToo, .modesToo:
            [
                FaultPoint("openat", "/.incoming/", 2), FaultPoint("copy_file_range", "/.incoming/", 4),
                FaultPoint("fsync", "/Originals/", 4), FaultPoint("unlinkat", "/.photo-factory/", 3),
            ]
        }
    }
}
