/// Builds the TIFF structure of an EXIF block, big-endian.
struct ExifBytes {
    enum Value {
        case text(String)
        case rationals([(UInt32, UInt32)])
        case pointer(UInt32)
    }

    var main: [(tag: UInt16, value: Value)] = []
    var exif: [(tag: UInt16, value: Value)] = []
    var gps: [(tag: UInt16, value: Value)] = []

    /// A photo with all that is read.
    static let full = ExifBytes(
        main: [(0x0132, .text("2024:03:11 08:00:00"))],
        exif: [
            (0x9003, .text("2024:03:09 19:50:38")), (0x9004, .text("2024:03:10 01:02:03")),
            (0x9011, .text("+09:00")), (0x9291, .text("864")),
        ],
        gps: [
            (1, .text("S")), (2, .rationals([(33, 1), (30, 1), (0, 1)])), (3, .text("E")),
            (4, .rationals([(151, 1), (15, 1), (0, 1)])), (7, .rationals([(10, 1), (50, 1), (36, 1)])),
            (0x1D, .text("2024:03:09")),
        ])

    var tiff: [UInt8] {
        let header: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
        var root = main
        if !exif.isEmpty { root.append((0x8769, .pointer(0))) }
        if !gps.isEmpty { root.append((0x8825, .pointer(0))) }
        let exifStart = 8 + Self.directory(root, at: 8).count
        let gpsStart = exifStart + Self.directory(exif, at: exifStart).count
        let pointed = root.map { tag, value in
            switch tag {
            case 0x8769: (tag, Value.pointer(UInt32(exifStart)))
            case 0x8825: (tag, Value.pointer(UInt32(gpsStart)))
            default: (tag, value)
            }
        }
        return header + Self.directory(pointed, at: 8) + Self.directory(exif, at: exifStart)
            + Self.directory(gps, at: gpsStart)
    }

    private static func directory(_ entries: [(tag: UInt16, value: Value)], at start: Int) -> [UInt8] {
        var table = bytes(UInt16(entries.count))
        var heap: [UInt8] = []
        let heapStart = start + 2 + entries.count * 12 + 4
        for (tag, value) in entries {
            let (type, count, payload) = encoded(value)
            table += bytes(tag) + bytes(type) + bytes(count)
            if payload.count <= 4 {
                table += payload + Array(repeating: 0, count: 4 - payload.count)
            } else {
                table += bytes(UInt32(heapStart + heap.count))
                heap += payload
            }
        }
        return table + bytes(UInt32(0)) + heap
    }

    private static func encoded(_ value: Value) -> (type: UInt16, count: UInt32, payload: [UInt8]) {
        switch value {
        case .text(let text): (2, UInt32(text.utf8.count + 1), Array(text.utf8) + [0])
        case .pointer(let offset): (4, 1, bytes(offset))
        case .rationals(let list): (5, UInt32(list.count), list.flatMap { bytes($0.0) + bytes($0.1) })
        }
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
