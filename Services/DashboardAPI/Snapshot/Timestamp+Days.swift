import FactoryCore

extension Timestamp {
    /// In whole days; never below zero, also after the clock was set back.
    func wholeDays(until now: Timestamp) -> Int {
        max(0, Int(now.duration(since: self).components.seconds) / 86_400)
    }
}
