import FactoryCore

/// A clock that stands.
struct FixedClock: WallClock {
    let now: Timestamp

    /// 2026-11-28 00:00:00 UTC.
    static let sample = FixedClock(now: Timestamp(seconds: 1_795_824_000))
}
