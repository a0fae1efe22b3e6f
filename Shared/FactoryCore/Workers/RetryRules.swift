/// When an asset with which a stage failed is tried again: after a minute, then ever later, and in the end only when somebody
/// asks for it. A file that spoils every try costs less and less that way, and a target that is away for a night is found
/// again in the morning.
enum RetryRules {
    private static let delays: [Duration] = [
        .seconds(60), .seconds(5 * 60), .seconds(30 * 60), .seconds(2 * 3600), .seconds(12 * 3600), .seconds(24 * 3600),
        .seconds(72 * 3600),
    ]

    /// - Parameter failures: how often it failed before this time.
    /// - Returns: nil when it is given up.
    static func delay(after failures: Int, _ failure: WorkFailure) -> Duration? {
        guard failure.isPassing, delays.indices.contains(failures) else { return nil }
        return delays[failures]
    }
}
