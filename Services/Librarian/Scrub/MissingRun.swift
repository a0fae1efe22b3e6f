/// Notices when one original after the other is missing: then rather a disk is not where it was than each of them.
struct MissingRun: Sendable {
    /// 0 for never.
    let limit: Int
    private var count = 0

    init(limit: Int) {
        self.limit = limit
    }

    mutating func note(isMissing: Bool) {
        // No more than it takes: what is said of it stays the same as long as it lasts.
        count = isMissing ? min(count + 1, limit) : 0
    }

    /// Why no more are looked for, until one is found; nil while all is well.
    var objection: String? {
        guard limit > 0, count >= limit else { return nil }
        return "\(count) originals in a row are missing: look whether all of Originals is there; or set "
            + "LIBRARIAN_MISSING_LIMIT to 0 if they were deleted on purpose"
    }
}
