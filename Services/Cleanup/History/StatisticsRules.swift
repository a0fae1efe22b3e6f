/// Whether the planner has to hear that rows have gone.
enum StatisticsRules {
    /// A tenth, from which on PostgreSQL itself would gather statistics anew, some time later.
    private static let considerable = 10

    /// - Parameters:
    ///   - deleted: rows that have gone.
    ///   - kept: rows that are left.
    static func areOutdated(deleted: Int, kept: Int) -> Bool {
        deleted > 0 && deleted >= (deleted + kept) / considerable
    }
}
