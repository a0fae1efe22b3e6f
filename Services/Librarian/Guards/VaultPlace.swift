/// Where a vault id is kept, in the order in which it is written.
enum VaultPlace: String, Sendable, CaseIterable {
    case database
    case storage
    case inbox
}
