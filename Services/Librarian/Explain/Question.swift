import FactoryCore

/// What somebody wants to be explained.
enum Question: Sendable, Equatable {
    /// Exactly this content.
    case content(Fingerprint)
    /// The one content whose hash begins with these lower-case digits.
    case digits(String)
    /// Contents that stood, or stand, at a path which is this one or ends with it.
    case path(String)

    /// The fewest digits that are taken for the beginning of a hash.
    private static let fewestDigits = 8

    /// Reads what was asked for, unless it is the path of a file that exists.
    init(_ text: String) {
        let digits = text.lowercased()
        if let fingerprint = Fingerprint(hex: digits) {
            self = .content(fingerprint)
        } else if (Self.fewestDigits..<64).contains(digits.utf8.count), digits.utf8.allSatisfy(Self.isDigit) {
            self = .digits(digits)
        } else {
            self = .path(text)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...102).contains(byte)
    }
}
