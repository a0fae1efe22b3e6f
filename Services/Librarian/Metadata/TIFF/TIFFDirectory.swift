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
    let entries: [TIFFEntry]
    /// Where the next one of the chain lies; nil for none.
    let next: Int?

    /// More has no writer; in bytes they are 80 KB at most.
    private static let mostEntries = 4096
    /// Most directories are read at once with their count.
    private static let usualEntries = 64

    /// Reads the directory at `offset`; nil when there is none. One that the file's end cuts short has the entries
    /// before that.
    init?(
        at offset: Int, role: Role, header: TIFFHeader, from source: some ByteSource
    ) throws(ByteSourceError) {
        let (counter, width, pointer) = header.isBigTIFF ? (8, 20, 8) : (2, 12, 4)
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
        self.role = role
        var entries: [TIFFEntry] = []
        entries.reserveCapacity(min(count, bytes.count / width))
        for index in 0..<count {
            let entry = TIFFEntry(bytes, at: counter + index * width, directory: offset, header: header)
            guard let entry else { break }
            entries.append(entry)
        }
        self.entries = entries
        let following = count == stated ? TIFFEntry.pointer(bytes, at: counter + count * width, header) : nil
        next = following == 0 ? nil : following
    }

    func entry(_ tag: UInt16) -> TIFFEntry? {
        entries.first { $0.tag == tag }
    }
}
