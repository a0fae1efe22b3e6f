import FactoryCore

/// A file of the inbox and what became of it.
struct SettledFile: Sendable {
    let path: RelativePath
    /// The file when it was last looked at; nil for what cannot be looked at.
    let stamp: FileStamp?
    let outcome: FileOutcome
}
