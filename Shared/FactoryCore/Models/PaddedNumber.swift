extension Int {
    /// The number with leading zeros up to `width` digits; for what is never negative.
    func padded(to width: Int) -> String {
        var digits: InlineArray<20, UInt8> = .init(repeating: UInt8(ascii: "0"))
        var (rest, start) = (Swift.max(0, self), 20)
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0
        start = Swift.max(0, Swift.min(start, 20 - width))
        return String(unsafeUninitializedCapacity: 20 - start) { buffer in
            for index in start..<20 { buffer[index - start] = digits[index] }
            return 20 - start
        }
    }
}
