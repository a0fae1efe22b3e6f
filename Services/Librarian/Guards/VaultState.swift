import FactoryCore

/// What inbox, Storage and database show of the vault they belong to.
struct VaultState: Sendable {
    enum Ledger: Sendable, Equatable {
        /// The database does not answer, with the reason.
        case unreachable(String)
        /// It has this id, or none, and rows of assets or none.
        case answers(id: VaultID?, isEmpty: Bool)
    }

    /// For messages.
    let inboxPath: String
    /// For messages.
    let storagePath: String
    var inbox: VaultID?
    /// The inbox was named for this run only, and needs no id.
    var inboxIsNamed = false
    var storage: VaultID?
    var ledger: Ledger
    /// Whether no file stands below Originals.
    var originalsAreEmpty: Bool
    /// Folders that are mounted read-only.
    var readOnly: [VaultPlace] = []

    /// The database's id; nil also while it does not answer.
    var database: VaultID? {
        if case .answers(let id, _) = ledger { id } else { nil }
    }

    func id(_ place: VaultPlace) -> VaultID? {
        switch place {
        case .database: database
        case .storage: storage
        case .inbox: inbox
        }
    }

    /// The places that should have an id and have none, in the order in which they get theirs.
    var lacking: [VaultPlace] {
        VaultPlace.allCases.filter { id($0) == nil && !($0 == .inbox && inboxIsNamed) }
    }

    /// A place as the owner knows it: by its setting and its path.
    func name(_ place: VaultPlace) -> String {
        switch place {
        case .database: "the database"
        case .storage: "STORAGE (\(storagePath))"
        case .inbox: "PHOTOS_INBOX (\(inboxPath))"
        }
    }
}
