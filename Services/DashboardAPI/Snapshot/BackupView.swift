import FactoryCore

/// How far copies on second targets are proven, as the document shows it.
struct BackupView: Sendable {
    let summary: BackupSummary
    let now: Timestamp

    var json: JSONValue {
        [
            "oldest_days": .integer(summary.oldestVerified?.wholeDays(until: now)),
            "restore_tested": .integer(summary.restoreTested), "damaged": .integer(summary.damaged),
            "last_restore_test": summary.lastRestoreTest.map { .time($0) } ?? nil,
        ]
    }
}
