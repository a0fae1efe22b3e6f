/// When a file of the inbox can change while it is filed by a rename.
enum MomentOfFiling: String, Sendable, CaseIterable {
    /// Between the scan and the first byte, after the first bytes, in the middle, after the last byte.
    case opening, head, middle, end
    /// Between the intent and the move, and before and between its two halves where links have to do.
    case move, link, unlink

    /// The program waits there for this file.
    func fault(until file: String) -> Fault {
        let (call, path, number) =
            switch self {
            case .opening: ("openat", "/photo.jpg", 1)
            case .head: ("pread", "/photo.jpg", 2)
            case .middle: ("pread", "/photo.jpg", 4)
            case .end: ("syncfs", "/Originals", 1)
            case .move: ("renameat2", "/photo.jpg", 1)
            case .link: ("linkat", "/photo.jpg", 1)
            case .unlink: ("renameat", "/photo.jpg", 1)
            }
        return .once(call, on: path, number: number, .waits(for: file))
    }

    /// What goes on besides.
    var circumstances: [Fault] {
        self == .link || self == .unlink ? [.every("renameat2", fails: "EINVAL")] : []
    }
}
