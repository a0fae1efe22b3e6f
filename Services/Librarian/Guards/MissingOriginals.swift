import FactoryCore

/// Notices when originals vanish in numbers. One that is missing is restored from the next copy that arrives; many that
/// are missing at once were hardly lost one by one: rather a disk or a folder is not where it was.
struct MissingOriginals: Sendable {
    /// How many looks back count.
    static let window = 100

    /// So many missing ones are too many; 0 when any number may be missing.
    let limit: Int
    private var looks: [(path: OriginalPath, isMissing: Bool)] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes note of what a look at an original found.
    mutating func note(_ path: OriginalPath, isMissing: Bool) {
        looks.removeAll { $0.path == path }
        if looks.count == Self.window { looks.removeFirst() }
        looks.append((path, isMissing))
    }

    /// The originals that were missing.
    var missing: [OriginalPath] { looks.filter(\.isMissing).map(\.path) }

    /// Why nothing may be restored any more; nil while those that are missing are few, or fewer than those that are not.
    var objection: String? {
        let missing = missing
        guard limit > 0, missing.count >= limit, missing.count * 2 > looks.count, let last = missing.last else {
            return nil
        }
        return """
            \(missing.count) of the last \(looks.count) originals that were looked for are missing, such as \
            Originals/\(last.text): put them back, and filing goes on; or set LIBRARIAN_MISSING_LIMIT to 0 if they were \
            deleted on purpose and shall be restored from what arrives
            """
    }
}
