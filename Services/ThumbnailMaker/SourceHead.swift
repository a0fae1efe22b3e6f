/// How a file begins.
struct SourceHead {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func has(_ wanted: [UInt8], at offset: Int) -> Bool {
        bytes.count >= offset + wanted.count && Array(bytes[offset..<offset + wanted.count]) == wanted
    }

    func has(_ text: String, at offset: Int) -> Bool { has(Array(text.utf8), at: offset) }

    var isTIFF: Bool { has([0x49, 0x49, 0x2A, 0], at: 0) || has([0x4D, 0x4D, 0, 0x2A], at: 0) }

    /// Nothing but what is written, apart from a character that may be cut off.
    var isText: Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) }
            && (0..<4).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
    }
}
