/// The offsets of one time zone through time, as a TZif file has them (RFC 8536).
struct ZoneRules {
    private let bytes: [UInt8]
    /// Where the parts of the 64-bit data block begin.
    private let times: Int
    private let timeCount: Int
    private let types: Int
    private let typeCount: Int
    /// The rule for the time after the last transition.
    private let footer: ZoneFooter?

    /// Nil for what is no TZif file of version 2 or later.
    init?(_ bytes: [UInt8]) {
        guard let first = ZoneHeader(bytes, at: 0), first.version >= 2,
            let header = ZoneHeader(bytes, at: ZoneHeader.size + first.dataSize(timeSize: 4))
        else { return nil }
        let start = 2 * ZoneHeader.size + first.dataSize(timeSize: 4)
        let end = start + header.dataSize(timeSize: 8)
        guard end <= bytes.count, header.typeCount > 0 else { return nil }
        self.bytes = bytes
        (times, timeCount) = (start, header.timeCount)
        (types, typeCount) = (start + 9 * header.timeCount, header.typeCount)
        let text = bytes[end...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
        footer = ZoneFooter(String(decoding: text, as: UTF8.self))
    }

    /// Seconds ahead of UTC at so many seconds since 1970.
    func offset(at seconds: Int) -> Int {
        let later = firstTransition(after: seconds)
        if later == timeCount, let footer { return footer.offset(at: seconds) }
        // Before the first transition the first type counts.
        let type = later == 0 ? 0 : Int(bytes[times + 8 * timeCount + later - 1])
        guard type < typeCount else { return 0 }
        return Int(Int32(bitPattern: UInt32(truncatingIfNeeded: number(at: types + 6 * type, size: 4))))
    }

    /// The number of transitions up to and at `seconds`.
    private func firstTransition(after seconds: Int) -> Int {
        var (low, high) = (0, timeCount)
        while low < high {
            let middle = (low + high) / 2
            let time = Int(Int64(bitPattern: number(at: times + 8 * middle, size: 8)))
            if time <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func number(at offset: Int, size: Int) -> UInt64 {
        bytes[offset..<offset + size].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
