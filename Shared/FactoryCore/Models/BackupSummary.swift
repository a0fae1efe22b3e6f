/// What is known of copies on second targets, for the dashboard.
public struct BackupSummary: Sendable, Hashable {
    /// When the copy was read back that was not read for longest; nil without any.
    public let oldestVerified: Timestamp?
    /// How many copies a restore test has fetched and found right.
    public let restoreTested: Int
    /// How many turned out to be damaged, or gone, and were not copied again yet.
    public let damaged: Int
    /// When a restore test last fetched one; nil before the first.
    public let lastRestoreTest: Timestamp?

    public init(oldestVerified: Timestamp?, restoreTested: Int, damaged: Int, lastRestoreTest: Timestamp?) {
        (self.oldestVerified, self.restoreTested) = (oldestVerified, restoreTested)
        (self.damaged, self.lastRestoreTest) = (damaged, lastRestoreTest)
    }
}
