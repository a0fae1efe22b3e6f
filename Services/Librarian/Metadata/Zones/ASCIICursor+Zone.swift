import FactoryCore

extension ASCIICursor {
    /// Passes over the name of a zone, which is letters, or anything else in angle brackets.
    mutating func skipZoneName() -> Bool {
        if take(anyOf: "<") != nil {
            guard skip(anyOf: Self.inBrackets) > 0 else { return false }
            return take(anyOf: ">") != nil
        }
        return skip(anyOf: Self.letters) > 0
    }

    /// Takes "[+-]h[h[h]][:mm[:ss]]" and returns seconds.
    mutating func zoneClock() -> Int? {
        let isNegative = take(anyOf: "+-") == UInt8(ascii: "-")
        guard var seconds = number(digits: 1...3).map({ $0 * 3600 }), seconds <= 168 * 3600 else { return nil }
        for unit in [60, 1] where take(anyOf: ":") != nil {
            guard let number = number(digits: 2...2), number < 60 else { return nil }
            seconds += number * unit
        }
        return isNegative ? -seconds : seconds
    }

    private static let letters: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    private static let inBrackets: StaticString = "+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}
