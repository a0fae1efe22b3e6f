import FactoryCore

/// How the database stands to what was filed.
struct RecordReport: Sendable {
    let recovery: Recovery
    /// Why the database does not have all rows; nil when it has.
    let outage: DatabaseError?
    /// What is damaged in the journal, one sentence each.
    let damages: [String]
}
