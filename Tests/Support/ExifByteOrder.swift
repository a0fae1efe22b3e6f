/// In which order the bytes of a number stand in an EXIF block.
public enum ExifByteOrder: Sendable, CaseIterable {
    /// Least significant byte first; Intel, "II".
    case little
    /// Most significant byte first; Motorola, "MM".
    case big

    func bytes(of value: UInt16) -> [UInt8] {
        let bytes = [UInt8(value >> 8), UInt8(value & 0xFF)]
        return self == .big ? bytes : bytes.reversed()
    }

    func bytes(of value: UInt32) -> [UInt8] {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
        return self == .big ? bytes : bytes.reversed()
    }
}
