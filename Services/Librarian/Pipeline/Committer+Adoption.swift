import FactoryCore

/// Bringing the ledger back.
extension Committer {
    /// Applies the journal from its beginning, wherever the database thinks that it has got to.
    ///
    /// - Returns: how many filings were applied.
    /// - Throws: `DatabaseError`, also when the database goes away on the way; `Stopped`.
    func rebuild() async throws -> RecordReport {
        try await ledger.forget()
        isBehind = true
        return try await recordAll()
    }

    /// Writes rows for files that stand in Originals already, after the journal has them: none of the steps moves a file.
    ///
    /// - Throws: as `rebuild`.
    func enter(_ steps: [BatchStep]) async throws -> RecordReport {
        try originals.sync()
        try carryOut(steps)
        return try await recordAll()
    }

    private func recordAll() async throws -> RecordReport {
        let report = try await record()
        if let outage = report.outage { throw outage }
        guard !stop.isSet else { throw Stopped() }
        return report
    }
}
