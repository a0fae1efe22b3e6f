/// Reads short ASCII texts such as dates from left to right; every step either succeeds or leaves the position as it was.
public struct ASCIICursor: Sendable {
    private let bytes: [UInt8]
    private var position = 0

    /// Begins before the first byte of `text`.
    public init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    /// Whether everything was taken.
    public var isAtEnd: Bool { position == bytes.count }

    /// The next byte, which stays unread.
    public var next: UInt8? { isAtEnd ? nil : bytes[position] }

    /// Takes the next character if it is one of `characters`, and tells which.
    public mutating func take(anyOf characters: StaticString) -> UInt8? {
        guard let byte = next, characters.holds(byte) else { return nil }
        position += 1
        return byte
    }

    /// Takes all following characters that are among `characters`; returns how many these were.
    @discardableResult
    public mutating func skip(anyOf characters: StaticString) -> Int {
        let start = position
        while take(anyOf: characters) != nil {}
        return position - start
    }

    /// Takes as many digits as follow, at most `counts.upperBound`, and returns their number; nil when there are too few.
    public mutating func number(digits counts: ClosedRange<Int>) -> Int? {
        let limit = min(bytes.count, position + min(counts.upperBound, 18))
        var (end, number) = (position, 0)
        while end < limit, isDigit(bytes[end]) {
            number = number * 10 + Int(bytes[end] - zero)
            end += 1
        }
        guard end - position >= counts.lowerBound else { return nil }
        position = end
        return number
    }

    /// Takes all digits that follow as the decimals of a second; returns microseconds, nil without a digit.
    public mutating func fractionAsMicroseconds() -> Int? {
        let run = bytes[position...].prefix(while: isDigit)
        guard !run.isEmpty else { return nil }
        position += run.count
        let digits = run.prefix(6).map { Int($0 - zero) } + Array(repeating: 0, count: max(0, 6 - run.count))
        return digits.reduce(0) { $0 * 10 + $1 }
    }
}

private let zero = UInt8(ascii: "0")

private func isDigit(_ byte: UInt8) -> Bool {
    (zero...UInt8(ascii: "9")).contains(byte)
}

extension StaticString {
    fileprivate func holds(_ byte: UInt8) -> Bool {
        withUTF8Buffer { $0.contains(byte) }
    }
}
