/// What applying the journal to the database brought to light.
struct Recovery: Sendable {
    /// How many deeds were found whose rows may have been missing.
    var caughtUp = 0
    /// Outcomes of this run that were told before the database had its say.
    var corrections: [Correction] = []
    /// What somebody has to look at, in sentences.
    var troubles: [String] = []
}
