import FactoryCore

/// Decides whether inbox, Storage and database belong together, so that a folder that is not mounted is never taken for
/// one that is empty.
enum VaultRules {
    /// - Parameter newID: the id of a vault that has none yet.
    static func judge(_ state: VaultState, newID: VaultID) -> VaultJudgement {
        if let sentence = readOnly(state) ?? difference(state) { return .refused(sentence) }
        switch state.ledger {
        case .unreachable(let reason): return withoutDatabase(state, reason)
        case .answers(_, let isEmpty):
            let lacking = state.lacking
            guard !lacking.isEmpty else { return .agreed }
            guard isEmpty, state.originalsAreEmpty else { return .refused(absence(state, ledgerIsEmpty: isEmpty)) }
            return .complete(state.database ?? state.storage ?? state.inbox ?? newID, lacking)
        }
    }

    private static func readOnly(_ state: VaultState) -> String? {
        state.readOnly.first.map { "\(state.name($0)) is mounted read-only: mount it for writing, and filing goes on" }
    }

    private static func difference(_ state: VaultState) -> String? {
        let pairs: [(VaultPlace, VaultPlace)] = [(.storage, .database), (.inbox, .storage), (.inbox, .database)]
        for (one, other) in pairs {
            guard let first = state.id(one), let second = state.id(other), first != second else { continue }
            let advice =
                one == .inbox
                ? "mount the right folder, or run `librarian adopt` if this is a new inbox"
                : "mount the right folder, or name the right database"
            return "\(state.name(one)) shows the vault id \(first), but \(state.name(other)) \(second): \(advice)"
        }
        return nil
    }

    /// Whether this is a first run only the database can say, but folders that agree need no third opinion.
    private static func withoutDatabase(_ state: VaultState, _ reason: String) -> VaultJudgement {
        let lacking = state.lacking.filter { $0 != .database }.map(state.name)
        guard !lacking.isEmpty else { return .agreed }
        return .refused(
            """
            \(lacking.joined(separator: " and ")) \(lacking.count == 1 ? "has" : "have") no vault id, and only the \
            database can tell why, which does not answer (\(reason)): filing begins when it does
            """)
    }

    /// What to do where something lacks its id and there are photos or rows already.
    private static func absence(_ state: VaultState, ledgerIsEmpty: Bool) -> String {
        if state.storage == nil { return absenceInStorage(state, ledgerIsEmpty: ledgerIsEmpty) }
        let (storage, inbox) = (state.name(.storage), state.name(.inbox))
        if state.database == nil {
            return ledgerIsEmpty
                ? """
                the database has neither rows nor a vault id, but \(storage) has photos: name the right database, or \
                run `librarian rebuild` if it was lost
                """
                : """
                the database has rows but no vault id: name the right database, or run `librarian adopt` if it is \
                that of \(storage)
                """
        }
        return "\(inbox) has no vault id: is it mounted? If it is a new inbox, run `librarian adopt`"
    }

    private static func absenceInStorage(_ state: VaultState, ledgerIsEmpty: Bool) -> String {
        let storage = state.name(.storage)
        if state.originalsAreEmpty {
            return "\(storage) has neither photos nor a vault id, but the database has rows: is STORAGE mounted?"
        }
        if state.database == nil, state.inbox == nil {
            return """
                \(storage) has photos, but nothing has a vault id yet: run `librarian adopt` to take over what an \
                earlier system or a backup left
                """
        }
        return "\(storage) has no vault id: mount the right folder, or run `librarian adopt` if this is it"
    }
}
