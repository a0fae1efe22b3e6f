import FactoryCore

/// How long a file has to be left alone before it is read.
struct StabilityRules: Sendable {
    /// 0 takes everything as it is.
    let quiet: Duration

    /// Whether the file's own times prove that nothing changed for long enough. Any write, rename or change of mode
    /// sets the change time, and no program can set it back.
    func isProvenQuiet(_ stamp: FileStamp, now: Timestamp) -> Bool {
        quiet == .zero || stamp.changed.adding(quiet) <= now
    }
}
