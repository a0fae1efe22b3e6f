/// What the dashboard asks.
extension IntakeTable {
    /// Answers what `listed` reads: a page of records, the latest first.
    ///
    /// - Parameters:
    ///   - outcome: of which outcome; nil for all.
    ///   - position: behind which record the page begins; nil for the first one.
    public static func page(_ outcome: IntakeOutcome?, behind position: IntakePosition?, limit: Int) -> SQL {
        """
        SELECT id, \(unsafe: recordColumns) FROM factory.intake
        WHERE (\(outcome?.rawValue)::text IS NULL OR outcome = \(outcome?.rawValue))
            AND (\(position?.time)::timestamp IS NULL
                OR (occurred_at, id) < (\(position?.time)::timestamp, \(position?.id)::bigint))
        ORDER BY occurred_at DESC, id DESC LIMIT \(limit)
        """
    }

    /// Reads what `page` answers.
    public static func listed(_ row: borrowing Row) throws(DatabaseError) -> ListedIntake {
        ListedIntake(id: try row.int(0), record: try record(row, from: 1))
    }
}
