import FactoryCore

/// When the day's restore test is due: once a day, from an hour on.
struct RestoreTestSchedule: Sendable {
    /// By the clock of the house.
    let hour: Int
    private var last: CivilDay?

    init(hour: Int) {
        self.hour = hour
    }

    /// - Parameter local: what the clock on the wall shows.
    func isDue(_ local: CivilTime) -> Bool {
        local.hour >= hour && last != local.day
    }

    mutating func note(_ local: CivilTime) {
        last = local.day
    }
}
