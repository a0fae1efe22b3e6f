/// How bad it is that a stage failed with an asset.
public enum FailureSeverity: String, Sendable, Hashable, CaseIterable {
    /// Something that most likely passes: a tool that was not there, a target that did not answer.
    case warning = "WARNING"
    /// The asset itself is at fault.
    case error = "ERROR"
}
