import FactoryCore

/// What the database knew of the files of a batch when it was asked, which may be while the batches before are still
/// being filed and recorded.
struct LedgerLookup: Sendable {
    /// By what was asked for what belongs together.
    let question: CompanionQuestion
    /// Contents that have a row.
    let known: [Fingerprint: StoredOriginal]
    /// What was filed and may belong together with them, by stem or identifier.
    let companions: [String: [FiledAsset]]

    /// - Throws: `DatabaseError` when the database cannot be asked.
    init(_ groups: [PreparedGroup], in ledger: Ledger) async throws {
        question = CompanionQuestion(groups)
        known = try await ledger.known(groups.flatMap(\.media).map(\.fingerprint))
        companions = try await ledger.companions(
            stems: question.stems, contentIdentifiers: question.contentIdentifiers)
    }
}
