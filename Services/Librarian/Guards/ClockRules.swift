import FactoryCore

/// Decides whether the clock can be believed: a machine whose battery is empty wakes up in 1970, and would date photos
/// and journal by that.
enum ClockRules {
    /// Why nothing may be moved; nil when the clock is not earlier than this program.
    static func objection(now: Timestamp) -> String? {
        guard now < FactoryVersion.earliestUse else { return nil }
        return """
            the clock shows \(now.utc.day), which is before this program was made (\(FactoryVersion.earliestUse.utc.day)): \
            set it, and filing goes on
            """
    }
}
