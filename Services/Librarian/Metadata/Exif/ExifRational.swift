/// A fraction as EXIF writes numbers.
struct ExifRational: Sendable, Hashable {
    let numerator: UInt32
    let denominator: UInt32

    /// Nil when the denominator is zero, by which writers say that they do not know.
    var value: Double? {
        denominator == 0 ? nil : Double(numerator) / Double(denominator)
    }
}
