/// Where a list of assets, the newest captured first, goes on: behind this one. Those without a date come last.
public struct AssetPosition: Sendable, Hashable {
    /// Exact to the microsecond; nil among those without a date.
    public let capturedAt: CivilTime?
    /// A UUID; nil before the first of those without a date.
    public let id: String?

    public init(capturedAt: CivilTime?, id: String?) {
        (self.capturedAt, self.id) = (capturedAt, id)
    }
}
