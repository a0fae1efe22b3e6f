/// Why a worker could not do its work with an asset.
public struct WorkFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// One sentence for a person.
    public let reason: String
    public let severity: FailureSeverity
    /// Whether trying again may help without anybody's doing.
    public let isPassing: Bool

    /// - Parameter isPassing: false for what will fail tomorrow as it did today, such as a file that is damaged.
    public init(_ reason: String, severity: FailureSeverity = .error, isPassing: Bool = true) {
        (self.reason, self.severity, self.isPassing) = (reason, severity, isPassing)
    }

    public var description: String { reason }
}
