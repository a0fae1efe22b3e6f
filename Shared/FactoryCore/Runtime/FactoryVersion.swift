/// The version of all programs of the factory, which are released together.
public enum FactoryVersion {
    public static let current = "0.1.0"

    /// 2026-11-21 00:00:00 UTC: no program of this version was there before, so a clock that is earlier is wrong.
    public static let earliestUse = Timestamp(seconds: 1_795_219_200)
}
