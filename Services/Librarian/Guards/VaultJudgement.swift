import FactoryCore

/// What follows from what inbox, Storage and database show.
enum VaultJudgement: Sendable, Equatable {
    /// They belong together.
    case agreed
    /// A first run, or one that was cut off: these places get the id, in this order.
    case complete(VaultID, [VaultPlace])
    /// Nothing may be moved, for this reason.
    case refused(String)
}
