/// A failure of a stage with an asset, as it is to be written down.
struct FailedWork: Sendable, Hashable {
    /// A UUID, as PostgreSQL writes it.
    let asset: String
    let message: String
    let severity: FailureSeverity
    /// How often it failed before since it last succeeded.
    let failures: Int
    /// Nil when it is given up.
    let retry: Duration?
}
