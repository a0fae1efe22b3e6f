/// A new UUID that begins with the time (RFC 9562, version 7): rows that come together stand together in every index that
/// has their ids, where random ones would touch a page each.
struct TimeOrderedUUID: Sendable, Hashable {
    /// 16 bytes in two words, the first byte highest.
    let words: (high: UInt64, low: UInt64)

    /// - Parameters:
    ///   - time: to the millisecond; before 1970 it counts as that.
    ///   - random: its last 12 and 62 bits count. Those that are made together may have one and count up from it.
    init(at time: Timestamp, random: (UInt64, UInt64)) {
        let milliseconds = UInt64(max(0, time.microseconds / 1000))
        let version: UInt64 = 7 << 12
        let variant: UInt64 = 0b10 << 62
        words = (milliseconds << 16 | version | random.0 & 0x0FFF, variant | random.1 & ((1 << 62) - 1))
    }

    static func == (left: TimeOrderedUUID, right: TimeOrderedUUID) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.high)
        hasher.combine(words.low)
    }
}
