/// The first bytes of a TIFF structure (TIFF 6.0, section 2), of BigTIFF, and of the raw formats that differ from
/// TIFF in its magic number alone.
struct TIFFHeader: Sendable, Hashable {
    let order: ByteOrder
    /// Whether counts and offsets have 64 bits.
    let isBigTIFF: Bool
    /// Where IFD0 lies, from the start of the structure.
    let firstDirectory: Int

    /// In bytes; BigTIFF's, the longer one.
    static let length = 16

    init(order: ByteOrder) {
        self.order = order
        isBigTIFF = false
        firstDirectory = 0
    }

    /// Nil for what is no TIFF. An offset that no file can have is kept as the greatest number.
    init?<Head: Collection>(_ head: Head) where Head.Element == UInt8, Head.Index == Int {
        let order: ByteOrder
        if head.holds("II".utf8) {
            order = .little
        } else if head.holds("MM".utf8) {
            order = .big
        } else {
            return nil
        }
        guard let magic = head.integer(UInt16.self, at: 2, order) else { return nil }
        self.order = order
        isBigTIFF = magic == Self.bigTIFF
        if isBigTIFF {
            guard head.integer(UInt16.self, at: 4, order) == 8, let offset = head.integer(UInt64.self, at: 8, order)
            else { return nil }
            firstDirectory = Int(clamping: offset)
        } else {
            guard Self.magics.contains(magic), let offset = head.integer(UInt32.self, at: 4, order) else { return nil }
            firstDirectory = Int(offset)
        }
    }

    /// Whether a structure says that its first directory is empty. TIFF wants an entry at least, but programs that clear
    /// an EXIF block leave such a directory, and nothing is wrong with their files.
    static func statesNoEntries(_ tiff: ArraySlice<UInt8>) -> Bool {
        guard let header = TIFFHeader(tiff.prefix(length)), !header.isBigTIFF, header.firstDirectory >= 8,
            header.firstDirectory < tiff.count
        else { return false }
        return tiff.holds([0, 0], at: header.firstDirectory)
    }

    private static let bigTIFF: UInt16 = 43
    /// TIFF's 42, Olympus's "RO" and "RS", Panasonic's "U\0", and JPEG XR's, whose container is a TIFF.
    private static let magics: [UInt16] = [42, 0x4F52, 0x5352, 0x0055, 0x01BC]
}
