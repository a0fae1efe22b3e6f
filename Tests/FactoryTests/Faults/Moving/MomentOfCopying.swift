/// When a file of the inbox can change while it is filed by a copy.
enum MomentOfCopying: String, Sendable, CaseIterable {
    /// Before the copy, in the middle of it, before it is made durable, while it is read back.
    case begin, middle, sync, readBack
    /// Before the copy gets its name, and before the source goes.
    case move, aside

    /// The program waits there for this file.
    func fault(until file: String) -> Fault {
        let (call, path, number) =
            switch self {
            case .begin: ("openat", "/.incoming/librarian/", 1)
            case .middle: ("write", "/.incoming/", 2)
            case .sync: ("fsync", "/.incoming/", 1)
            case .readBack: ("pread", "/.incoming/", 2)
            case .move: ("renameat2", "/.incoming/", 1)
            case .aside: ("renameat", "/photo.jpg", 1)
            }
        return .once(call, on: path, number: number, .waits(for: file))
    }

    /// What goes on besides: copying by hand is the only way with a middle.
    var circumstances: [Fault] {
        self == .middle ? [.every("copy_file_range", fails: "EXDEV")] : []
    }
}
