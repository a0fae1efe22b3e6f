import Glibc

/// The values of a statement as libpq takes them, which live as long as this value.
struct SQLValues: ~Copyable {
    private let pointers: [UnsafeMutablePointer<CChar>?]
    private let lengths: [Int32]
    private let formats: [Int32]

    init(_ values: [SQLValue]) {
        pointers = values.map { value in
            switch value {
            case .null: nil
            case .text(let text): strdup(text)
            case .binary(let bytes): Self.copy(of: bytes)
            }
        }
        lengths = values.map { if case .binary(let bytes) = $0 { Int32(bytes.count) } else { 0 } }
        formats = values.map { if case .binary = $0 { 1 } else { 0 } }
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }

    /// Lends values, lengths and formats to `body`.
    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        pointers.map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
            lengths.withUnsafeBufferPointer { lengths in
                formats.withUnsafeBufferPointer { formats in
                    body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
                }
            }
        }
    }

    private static func copy(of bytes: [UInt8]) -> UnsafeMutablePointer<CChar> {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
        return copy.assumingMemoryBound(to: CChar.self)
    }
}
