/// How the bytes of a number follow each other.
enum ByteOrder {
    /// The most significant byte first: JPEG, ISO media, "MM" in TIFF.
    case big
    /// The least significant byte first: RIFF, "II" in TIFF.
    case little
}

extension Collection<UInt8> where Index == Int {
    /// The unsigned number that stands `offset` bytes after the start; nil where that is not all inside.
    func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type, at offset: Int, _ order: ByteOrder
    ) -> Value? {
        let width = MemoryLayout<Value>.size
        guard offset >= 0, offset <= count - width else { return nil }
        return (0..<width).reduce(0) { value, step in
            let place = order == .big ? step : width - 1 - step
            return value << 8 | Value(self[startIndex + offset + place])
        }
    }

    /// Whether `pattern` stands `offset` bytes after the start.
    func holds(_ pattern: some Collection<UInt8>, at offset: Int = 0) -> Bool {
        guard offset >= 0, offset <= count - pattern.count else { return false }
        return dropFirst(offset).starts(with: pattern)
    }
}
