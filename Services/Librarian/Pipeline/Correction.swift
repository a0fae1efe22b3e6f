/// An outcome that was told before the database had its say.
struct Correction: Sendable {
    /// Nil when nothing was told of the file yet.
    let told: FileOutcome?
    let holds: FileOutcome
}
