import FactoryCore

/// Which originals are next to be read again.
struct ScrubLook: Sendable {
    /// Those of which something was found first, then those that wait longest.
    let candidates: [ScrubCandidate]
    /// When the first was filed that has not been read since; nil when there is none.
    let unread: Timestamp?
    /// Since when the original waits that waits longest; nil without any.
    let oldest: Timestamp?
    /// The bytes of all originals.
    let total: Int
    /// How many are not as they should be.
    let findings: Int
}
