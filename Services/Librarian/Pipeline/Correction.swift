/// An outcome that was told before the database had its say.
struct Correction: Sendable {
    /// Nil when nothing was told of the file yet.
    let told: FileOutcome?
    /// What holds instead; nil when the file has another turn, of which will be told.
    let holds: FileOutcome?
}
