@testable import librarian

/// Builds TIFF structures of every dialect: byte order, magic number, offsets of 32 or 64 bits.
struct TIFFBytes {
    enum Value {
        case block(type: UInt16, [UInt8])
        case directories([[Entry]])
    }

    struct Entry {
        let tag: UInt16
        let value: Value

        static func text(_ tag: UInt16, _ text: String) -> Entry {
            Entry(tag: tag, value: .block(type: 2, Array(text.utf8) + [0]))
        }

        static func bytes(_ tag: UInt16, _ bytes: [UInt8]) -> Entry {
            Entry(tag: tag, value: .block(type: 7, bytes))
        }

        static func directory(_ tag: UInt16, _ entries: [Entry]...) -> Entry {
            Entry(tag: tag, value: .directories(entries))
        }
    }

    var order = ByteOrder.little
    /// BigTIFF's is 43.
    var magic: UInt16 = 42
    /// One behind the other.
    var chain: [[Entry]]

    func bytes() -> [UInt8] {
        let start = isBig ? 16 : 8
        let mark = Array((order == .little ? "II" : "MM").utf8) + number(magic)
        let header = isBig ? mark + number(UInt16(8)) + number(UInt16(0)) + offset(start) : mark + offset(start)
        return header + chained(chain[...], at: start)
    }

    private var isBig: Bool { magic == 43 }

    private func chained(_ chain: ArraySlice<[Entry]>, at start: Int) -> [UInt8] {
        guard let first = chain.first else { return [] }
        let alone = directory(first, at: start, next: 0)
        guard chain.count > 1 else { return alone }
        let next = start + alone.count
        return directory(first, at: start, next: next) + chained(chain.dropFirst(), at: next)
    }

    /// The directory, then its values and the directories that it leads to.
    private func directory(_ entries: [Entry], at start: Int, next: Int) -> [UInt8] {
        let width = isBig ? 8 : 4
        let count = isBig ? number(UInt64(entries.count)) : number(UInt16(entries.count))
        let size = count.count + entries.count * (4 + 2 * width) + width
        var table = count
        var values: [UInt8] = []
        for entry in entries {
            let (type, items, bytes) = contents(of: entry.value, at: start + size + values.count)
            table += number(entry.tag) + number(type) + offset(items)
            if bytes.count <= width, case .block = entry.value {
                table += bytes + Array(repeating: 0, count: width - bytes.count)
            } else {
                table += offset(start + size + values.count)
                values += bytes
            }
        }
        return table + offset(next) + values
    }

    private func contents(of value: Value, at start: Int) -> (type: UInt16, count: Int, bytes: [UInt8]) {
        let width = isBig ? 8 : 4
        switch value {
        case .block(let type, let bytes): return (type, type == 5 ? bytes.count / 8 : bytes.count, bytes)
        case .directories(let all):
            // Several are reached by a list of offsets, one by its offset alone.
            var place = start + (all.count > 1 ? all.count * width : 0)
            var (places, bodies): ([UInt8], [UInt8]) = ([], [])
            for entries in all {
                let body = directory(entries, at: place, next: 0)
                places += offset(place)
                bodies += body
                place += body.count
            }
            return (isBig ? 18 : 4, all.count, all.count > 1 ? places + bodies : bodies)
        }
    }

    private func offset(_ value: Int) -> [UInt8] {
        isBig ? number(UInt64(value)) : number(UInt32(value))
    }

    func number<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        let bytes = (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Value($0 * 8)) }
        return order == .little ? bytes : bytes.reversed()
    }
}
