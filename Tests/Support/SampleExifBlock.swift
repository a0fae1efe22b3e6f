/// The EXIF block of a photo: a TIFF header and up to three directories.
public struct SampleExifBlock: Sendable {
    public var byteOrder: ExifByteOrder
    /// IFD0, without the pointers to the others, which are added.
    public var main: [ExifEntry]
    /// The Exif directory.
    public var details: [ExifEntry]
    /// The GPS directory.
    public var place: [ExifEntry]

    public init(
        byteOrder: ExifByteOrder = .big, main: [ExifEntry] = [], details: [ExifEntry] = [], place: [ExifEntry] = []
    ) {
        self.byteOrder = byteOrder
        self.main = main
        self.details = details
        self.place = place
    }

    /// Whether it has anything to say.
    public var isEmpty: Bool { main.isEmpty && details.isEmpty && place.isEmpty }

    /// The header (byte order, 42, offset of the first directory) takes eight bytes; then IFD0, Exif IFD, GPS IFD.
    public func bytes() -> [UInt8] {
        let mark: [UInt8] = Array((byteOrder == .little ? "II" : "MM").utf8)
        let header = mark + byteOrder.bytes(of: UInt16(42)) + byteOrder.bytes(of: UInt32(8))
        let present = [(UInt16(0x8769), details), (UInt16(0x8825), place)].filter { !$0.1.isEmpty }
            .map { ($0.0, ExifDirectory(entries: $0.1)) }
        let root = ExifDirectory(entries: main + present.map { .offset($0.0, 0, byteOrder) })
        var start = 8 + root.size
        var pointers: [ExifEntry] = []
        var bodies: [UInt8] = []
        for (tag, directory) in present {
            pointers.append(.offset(tag, start, byteOrder))
            bodies += directory.bytes(at: start, byteOrder)
            start += directory.size
        }
        return header + ExifDirectory(entries: main + pointers).bytes(at: 8, byteOrder) + bodies
    }
}
