/// What a server has of one role, as far as the factory decides it.
struct RoleState: Sendable {
    /// Whether there is such a role.
    let exists: Bool
    /// The words that take attributes from it that no service has, such as `NOSUPERUSER`.
    let surplusAttributes: [String]
    /// The roles of which it is a member, and whose rights it has, as SQL writes them.
    let memberships: [String]
    /// What was granted to it in the database.
    let grants: Set<Grant>
    /// What of that it may grant to others.
    let passable: Set<Grant>
}
