/// When a duplicate can change while it is compared and removed.
enum MomentOfRemoval: String, Sendable, CaseIterable {
    case comparison, aside

    /// The program waits there for this file.
    func fault(until file: String) -> Fault {
        switch self {
        case .comparison: .once("pread", on: "/Originals/", number: 2, .waits(for: file))
        case .aside: .once("renameat", on: "/photo.jpg", .waits(for: file))
        }
    }
}
