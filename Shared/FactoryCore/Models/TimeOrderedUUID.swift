/// A new UUID that begins with the time (RFC 9562, version 7): rows that come together stand together in every index that
/// has their ids, where random ones would touch a page each.
struct TimeOrderedUUID: Sendable, Hashable {
    /// 16 bytes in two words, the first byte highest.
    let words: (high: UInt64, low: UInt64)

    /// - Parameter time: to the millisecond; before 1970 it counts as that.
    init(at time: Timestamp, using generator: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, time.microseconds / 1000))
        let version: UInt64 = 7 << 12
        let variant: UInt64 = 0b10 << 62
        words = (
            milliseconds << 16 | version | generator.next() & 0x0FFF,
            variant | generator.next() >> 2
        )
    }

    static func == (left: TimeOrderedUUID, right: TimeOrderedUUID) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.high)
        hasher.combine(words.low)
    }
}
