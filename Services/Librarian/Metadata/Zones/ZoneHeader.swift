/// The header of a data block in a TZif file (RFC 8536, 3.1).
struct ZoneHeader {
    static let size = 44

    /// 1 for a version that is written as NUL.
    let version: Int
    let timeCount: Int
    let typeCount: Int
    private let characterCount: Int
    private let leapCount: Int
    private let standardCount: Int
    private let universalCount: Int

    /// Nil where no header begins, or one with more in it than any zone has.
    init?(_ bytes: [UInt8], at start: Int) {
        guard start >= 0, start <= bytes.count - Self.size, bytes[start...].starts(with: "TZif".utf8) else {
            return nil
        }
        let digit = bytes[start + 4]
        version = digit == 0 ? 1 : Int(digit) - Int(UInt8(ascii: "0"))
        let counts = (0..<6).map { number in
            bytes[(start + 20 + 4 * number)...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
        guard counts.allSatisfy({ $0 <= 65_536 }) else { return nil }
        (universalCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
        (timeCount, typeCount, characterCount) = (counts[3], counts[4], counts[5])
    }

    /// How many bytes follow the header.
    ///
    /// - Parameter timeSize: of a time: 4 in the first block, 8 in the second.
    func dataSize(timeSize: Int) -> Int {
        timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4) + standardCount
            + universalCount
    }
}
