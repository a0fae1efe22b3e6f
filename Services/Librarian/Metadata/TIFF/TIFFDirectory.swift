/// One directory (IFD) of a TIFF structure.
struct TIFFDirectory: Sendable, Hashable {
    /// What a directory is about, as the way to it tells.
    enum Role: Sendable, Hashable {
        /// IFD0.
        case main
        /// IFD1 and what follows it: thumbnails, and the further pages of a TIFF.
        case further
        /// The same picture in another form (0x014A), in raw files mostly the raw data.
        case sub
        case exif
        case gps
    }

    let role: Role
    /// Where the next one of the chain lies; nil for none.
    let next: Int?

    private let header: TIFFHeader
    /// Where it begins, from the start of the structure.
    private let start: Int
    /// From its start on: the number of entries, and they themselves, which are decoded when they are asked for.
    private let bytes: [UInt8]
    private let count: Int

    /// More has no writer; in bytes they are 80 KB at most.
    private static let mostEntries = 4096
    /// Most directories are read at once with their count.
    private static let usualEntries = 64

    /// Reads the directory at `offset`; nil when there is none. One that the file's end cuts short has the entries
    /// before that.
    init?(
        at offset: Int, role: Role, header: TIFFHeader, from source: some ByteSource
    ) throws(ByteSourceError) {
        let (counter, width) = Self.layout(header)
        let pointer = header.isBigTIFF ? 8 : 4
        guard offset >= 0, offset < source.size else { return nil }
        let usual = counter + Self.usualEntries * width + pointer
        var bytes = try source.read(at: offset, count: usual)
        let stated =
            header.isBigTIFF
            ? bytes.integer(UInt64.self, at: 0, header.order).map { Int(clamping: $0) }
            : bytes.integer(UInt16.self, at: 0, header.order).map { Int($0) }
        guard let stated, stated > 0 else { return nil }
        let count = min(stated, Self.mostEntries)
        if count > Self.usualEntries, bytes.count == usual {
            bytes = try source.read(at: offset, count: counter + count * width + pointer)
        }
        (self.role, self.header, self.start, self.bytes, self.count) = (role, header, offset, bytes, count)
        let following = count == stated ? TIFFEntry.pointer(bytes, at: counter + count * width, header) : nil
        next = following == 0 ? nil : following
    }

    /// The first entry with this tag; nil for none, and where the file's end cuts it.
    func entry(_ tag: UInt16) -> TIFFEntry? {
        let (counter, width) = Self.layout(header)
        let wanted = header.order == .big ? tag.bigEndian : tag.littleEndian
        let place = bytes.withUnsafeBytes { bytes -> Int? in
            let end = min(counter + count * width, bytes.count - 1)
            var place = counter
            while place < end {
                if bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self) == wanted { return place }
                place += width
            }
            return nil
        }
        return place.flatMap { TIFFEntry(bytes, at: $0, directory: start, header: header) }
    }

    /// How many bytes stand before the entries, and how many each has.
    private static func layout(_ header: TIFFHeader) -> (counter: Int, width: Int) {
        header.isBigTIFF ? (8, 20) : (2, 12)
    }
}
