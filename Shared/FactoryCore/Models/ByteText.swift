/// A number of bytes as people say it.
public enum ByteText {
    private static let units = ["KiB", "MiB", "GiB", "TiB", "PiB"]

    /// Such as `512 B`, `3.2 MiB` or `812 GiB`; a decimal only below ten.
    public static func text(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return "\(bytes) B" }
        var value = Double(bytes) / 1024
        var unit = 0
        while value >= 1024, unit < units.count - 1 {
            value /= 1024
            unit += 1
        }
        let tenths = Int(value * 10)
        return value < 10 ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\(Int(value)) \(units[unit])"
    }
}
