/// A folder whose file system may run full.
struct Volume: Sendable, Hashable {
    /// What the owner knows it as: `inbox`, `Storage`, `database`.
    let name: String
    let path: String
}
