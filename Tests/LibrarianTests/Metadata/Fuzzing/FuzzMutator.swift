/// Damages files in the ways that lead readers astray.
struct FuzzMutator {
    /// No input is longer.
    static let longest = 160_000

    private(set) var random: FuzzRandom

    init(seed: UInt64) {
        random = FuzzRandom(seed: seed)
    }

    /// One of `seeds` with one to six faults, sometimes at the beginning of a huge file.
    mutating func input(from seeds: [[UInt8]]) -> FuzzInput {
        var bytes = random.pick(seeds)
        for _ in 0...random.below(6) { mutate(&bytes, seeds) }
        bytes = Array(bytes.prefix(Self.longest))
        guard random.below(24) == 0 else { return FuzzInput(bytes) }
        let size = random.pick([bytes.count * 3, 1 << 24, 1 << 32, 1 << 40, Int.max])
        return FuzzInput(bytes, size: size, filling: random.pick(FuzzInput.Filling.allCases))
    }

    private mutating func mutate(_ bytes: inout [UInt8], _ seeds: [[UInt8]]) {
        guard !bytes.isEmpty else { return bytes = [UInt8(truncatingIfNeeded: random.next())] }
        switch random.below(12) {
        case 0: bytes[place(in: bytes)] ^= 1 << UInt8(random.below(8))
        case 1: bytes[place(in: bytes)] = random.pick([0, 1, 0x7F, 0x80, 0xFE, 0xFF])
        case 2, 3: writeEdge(&bytes)
        case 4, 5: changeSize(&bytes)
        case 6: bytes.removeLast(random.below(bytes.count))
        case 7: bytes.removeSubrange(block(in: bytes))
        case 8: repeatBlock(&bytes)
        case 9: splice(&bytes, random.pick(seeds))
        case 10: swapBlocks(&bytes)
        default: writeToken(&bytes)
        }
    }

    /// Mostly near the beginning, where the structures are.
    private mutating func place(in bytes: [UInt8]) -> Int {
        random.below(random.below(3) > 0 ? min(bytes.count, 1 << (4 + random.below(8))) : bytes.count)
    }

    private mutating func block(in bytes: [UInt8]) -> Range<Int> {
        let start = place(in: bytes)
        return start..<min(bytes.count, start + 1 + random.below(1 << random.below(12)))
    }

    /// A number at the edge of its type, mostly at an even place.
    private mutating func writeEdge(_ bytes: inout [UInt8]) {
        let width = random.pick([1, 2, 4, 8])
        let (ones, high) = (UInt64.max >> UInt64(64 - width * 8), UInt64(1) << UInt64(width * 8 - 1))
        let value = random.pick([0, 1, 2, ones, ones - 1, high, high - 1, high + 1, UInt64(bytes.count), ones >> 1])
        let start = random.below(3) > 0 ? place(in: bytes) / 2 * 2 : place(in: bytes)
        write(value, width, random.below(2) == 0 ? .big : .little, at: start, &bytes)
    }

    /// A number that may be the size of something, or an offset: it would lead to a place in the file.
    private mutating func changeSize(_ bytes: inout [UInt8]) {
        for _ in 0..<64 {
            let (start, width) = (place(in: bytes), random.pick([2, 4, 4, 4, 8]))
            let isBig = random.below(2) == 0
            guard let value = number(width, isBig, at: start, bytes), value > 0, value <= UInt64(bytes.count) else {
                continue
            }
            let rest = UInt64(bytes.count - start)
            let other = random.pick([
                value &- 1, value &+ 1, value &* 2, 0, rest, rest &+ 1, value / 2, UInt64.max >> 1, value &+ (1 << 31),
                UInt64(start), 1, 7, 8,
            ])
            return write(other, width, isBig ? .big : .little, at: start, &bytes)
        }
    }

    private enum Order { case big, little }

    private func number(_ width: Int, _ isBig: Bool, at start: Int, _ bytes: [UInt8]) -> UInt64? {
        guard start + width <= bytes.count else { return nil }
        let field = bytes[start..<start + width]
        return (isBig ? Array(field) : field.reversed()).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func write(_ value: UInt64, _ width: Int, _ order: Order, at start: Int, _ bytes: inout [UInt8]) {
        for index in 0..<width where start + index < bytes.count {
            let shift = UInt64(order == .big ? width - 1 - index : index) * 8
            bytes[start + index] = UInt8(truncatingIfNeeded: value >> shift)
        }
    }

    /// Once more behind itself, or so often that counters run over.
    private mutating func repeatBlock(_ bytes: inout [UInt8]) {
        let block = block(in: bytes)
        let times = random.below(4) == 0 ? min(4000, 60_000 / block.count) : 1
        let copies = repeatElement(Array(bytes[block]), count: times).joined()
        bytes.insert(contentsOf: copies, at: block.upperBound)
    }

    private mutating func splice(_ bytes: inout [UInt8], _ other: [UInt8]) {
        guard !other.isEmpty else { return }
        let (cut, start) = (place(in: bytes), place(in: other))
        bytes = Array(bytes[..<cut]) + Array(other[start...])
    }

    private mutating func swapBlocks(_ bytes: inout [UInt8]) {
        let (first, second) = (block(in: bytes), block(in: bytes))
        for (one, other) in zip(first, second) { bytes.swapAt(one, other) }
    }

    /// What means something in one of the formats.
    private mutating func writeToken(_ bytes: inout [UInt8]) {
        let tokens: [[UInt8]] = [
            [0xFF, 0xD8], [0xFF, 0xE1], [0x1C, 2, 55], [0, 0, 0, 1], [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42],
            Array("meta".utf8), Array("moov".utf8), Array("uuid".utf8), Array("LIST".utf8), Array("8BIM".utf8),
            Array("Exif\0\0".utf8), Array("<x:a ".utf8), Array("</".utf8), Array("<!DOCTYPE a[".utf8),
            Array("&#x0;".utf8), Array("]]>".utf8), Array("[[[[[[[[".utf8), Array("{\"a\":".utf8),
            Array("-99999999999999999999".utf8), Array("1e999".utf8), [0xED, 0xA0, 0x80], [0xF5, 0xFF],
            [0x69, 0x87, 4, 0, 1, 0, 0, 0], [0x87, 0x69, 0, 4, 0, 0, 0, 1], [0x0D, 0x0A], Array("9999:99:99".utf8),
        ]
        let (start, token) = (place(in: bytes), random.pick(tokens))
        for (index, byte) in token.enumerated() where start + index < bytes.count { bytes[start + index] = byte }
    }
}
