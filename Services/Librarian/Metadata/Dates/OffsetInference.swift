import FactoryCore

/// Finds out how far a camera's clock was ahead of UTC from the satellites' time in the same picture.
enum OffsetInference {
    /// The nearest quarter hour, when the clocks then agree within five minutes and some time zone has it; nil when
    /// one of the two is simply wrong.
    static func offset(local: CivilTime, satelliteTime: Timestamp) -> UTCOffset? {
        let difference = local.seconds(since: satelliteTime.utc)
        let quarters = (Double(difference) / 900).rounded()
        guard abs(quarters) <= 14 * 4, abs(difference - Int(quarters) * 900) <= 300, quarters >= -12 * 4 else {
            return nil
        }
        return UTCOffset(minutes: Int(quarters) * 15)
    }
}
