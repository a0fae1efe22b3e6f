/// The supplemental enhancement information in a stream of H.264 (ITU-T H.264, 7.3.2.3 and annex D).
enum SupplementalInformation {
    private static let mostUnitBytes = 1 << 16
    private static let mostMessages = 256

    /// The first user data that begin with `id`, without it; nil where there are none.
    static func userData(_ id: [UInt8], in stream: [UInt8]) -> [UInt8]? {
        var position = 0
        while let start = startCode(in: stream, from: position) {
            position = start + 3
            // The lower five bits are the kind of unit; 6 is supplemental information.
            guard position < stream.count, stream[position] & 0x1F == 6, stream[position] & 0x80 == 0 else { continue }
            let end = min(startCode(in: stream, from: position) ?? stream.count, position + mostUnitBytes)
            if let found = userData(id, inUnit: withoutPrevention(stream[position + 1..<max(position + 1, end)])) {
                return found
            }
        }
        return nil
    }

    private static func startCode(in stream: [UInt8], from position: Int) -> Int? {
        var index = position + 2
        while index < stream.count {
            switch stream[index] {
            case 0: index += 1
            case 1 where stream[index - 1] == 0 && stream[index - 2] == 0: return index - 2
            default: index += 3
            }
        }
        return nil
    }

    /// Two zeros in a unit are followed by a 3 that is not part of its contents.
    private static func withoutPrevention(_ unit: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var zeros = 0
        for byte in unit {
            if zeros >= 2, byte == 3 {
                zeros = 0
                continue
            }
            zeros = byte == 0 ? zeros + 1 : 0
            plain.append(byte)
        }
        return plain
    }

    /// Messages have a type and a size, each the sum of bytes of which all but the last are 255; 5 is user data.
    private static func userData(_ id: [UInt8], inUnit unit: [UInt8]) -> [UInt8]? {
        var cursor = ByteCursor(unit)
        for _ in 0..<mostMessages {
            guard let type = sum(&cursor), let size = sum(&cursor), let message = cursor.take(size) else { return nil }
            if type == 5, message.starts(with: id) { return Array(message.dropFirst(id.count)) }
        }
        return nil
    }

    private static func sum(_ cursor: inout ByteCursor) -> Int? {
        var sum = 0
        while let byte = cursor.number(1) {
            sum += byte
            if byte < 255 { return sum }
        }
        return nil
    }
}
