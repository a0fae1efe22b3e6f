/// Names one installation: its inbox, its Storage and its database carry the same one. 128 random bits.
public struct VaultID: Sendable, Hashable {
    /// 32 lower-case hexadecimal digits.
    public let hex: String

    /// The length of `hex`.
    public static let digitCount = 32

    /// An id that nobody has had.
    public init(using generator: inout some RandomNumberGenerator) {
        hex = (0..<2).map { _ in Self.digits(generator.next()) }.joined()
    }

    /// An id that nobody has had, from the system's source of randomness.
    public static func random() -> VaultID {
        var generator = SystemRandomNumberGenerator()
        return VaultID(using: &generator)
    }

    /// - Returns: nil unless `hex` is 32 lower-case hexadecimal digits.
    public init?(hex: String) {
        let isFit = hex.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isFit, hex.utf8.count == Self.digitCount else { return nil }
        self.hex = hex
    }

    private static func digits(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: digitCount / 2 - digits.count) + digits
    }
}

extension VaultID: CustomStringConvertible {
    public var description: String { hex }
}

extension VaultID: SQLBindable {
    public var sqlText: String { hex }
}
