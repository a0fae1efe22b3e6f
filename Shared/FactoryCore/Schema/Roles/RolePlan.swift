/// What has to be said to the server so that a role is what the factory wants it to be.
struct RolePlan: Sendable {
    /// What the role has beyond the wanted, sorted.
    let surplus: [Grant]
    /// What it lacks, sorted.
    let missing: [Grant]
    private let wanted: Set<Grant>
    private let role: ServiceRole
    private let state: RoleState

    init(_ role: ServiceRole, wanted: Set<Grant>, state: RoleState) {
        (self.role, self.wanted, self.state) = (role, wanted, state)
        surplus = state.grants.subtracting(wanted).union(state.passable).sorted()
        missing = wanted.subtracting(state.grants).sorted()
    }

    /// The statements, in order. They can be repeated.
    ///
    /// - Parameters:
    ///   - verifier: what the server keeps of the role's password.
    ///   - database: the name of the database, as SQL writes it.
    func statements(verifier: String, database: String) -> [SQL] {
        let making =
            state.exists
            ? RolesTable.alter(role, without: state.surplusAttributes, verifier: verifier)
            : RolesTable.create(role, verifier: verifier)
        // What is taken from a table goes from each of its columns too, so all is given anew then.
        let grants = surplus.isEmpty ? missing : wanted.sorted()
        return [making, RolesTable.setSearchPath(of: role, database: database)]
            + state.memberships.map { RolesTable.leave($0, role) }
            + surplus.map { RolesTable.revoke($0, from: role, database: database) }
            + grants.map { RolesTable.grant($0, to: role, database: database) }
    }
}
