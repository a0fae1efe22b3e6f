/// One segment of a JPEG.
public enum SampleSegment {
    /// Marker, length with the two bytes of the length itself, contents.
    public static func bytes(_ marker: UInt8, _ contents: [UInt8]) -> [UInt8] {
        [0xFF, marker] + ExifByteOrder.big.bytes(of: UInt16(contents.count + 2)) + contents
    }
}
