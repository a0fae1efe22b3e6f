import TestSupport

/// What somebody else does to a file while the librarian works on it.
enum Meddling: String, Sendable, CaseIterable {
    case appends, truncates, replaces, rewrites, deletes, movesAway

    /// Does it to `name`.
    func apply(to name: String, in folder: TestFolder) throws {
        switch self {
        case .appends: try folder.append([UInt8](repeating: 7, count: 5000), to: name)
        case .truncates: try folder.write([UInt8](folder.read(name).prefix(400_000)), to: name)
        case .replaces:
            try folder.write(Self.other, to: "other.tmp")
            try folder.rename("other.tmp", to: name)
        case .rewrites: try folder.write(Self.other, to: name)
        case .deletes: try folder.remove(name)
        case .movesAway:
            try folder.folder("elsewhere")
            try folder.rename(name, to: "elsewhere/moved.jpg")
        }
    }

    private static let other = SamplePhoto("the other", taken: "2021:02:03 04:05:06", padding: 700_000).bytes()
}
