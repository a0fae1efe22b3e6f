/// The directories of a TIFF structure, be it a file or an EXIF block, with the means to read their values.
///
/// The walk ends for every input: no directory is visited twice, and only so many are.
struct TIFFStructure<Source: ByteSource> {
    let source: Source
    let header: TIFFHeader
    /// In the order in which they are believed: IFD0, then what it leads to, then the rest.
    let directories: [TIFFDirectory]
    /// Where a directory ought to be and is none.
    let missing: [Int]

    /// Raw files have about ten; a TIFF of many pages says what matters on the first.
    private static var mostDirectories: Int { 32 }

    /// Nil for what does not begin like a TIFF.
    init?(_ source: Source) throws(ByteSourceError) {
        guard let header = TIFFHeader(try source.read(at: 0, count: TIFFHeader.length)) else { return nil }
        var pending = [(offset: header.firstDirectory, role: TIFFDirectory.Role.main)]
        var seen: Set<Int> = []
        var found: [TIFFDirectory] = []
        var missing: [Int] = []
        while let (offset, role) = pending.first, seen.count < Self.mostDirectories {
            pending.removeFirst()
            guard seen.insert(offset).inserted else { continue }
            guard let directory = try TIFFDirectory(at: offset, role: role, header: header, from: source) else {
                missing.append(offset)
                continue
            }
            found.append(directory)
            pending += try Self.ways(from: directory, header, source)
        }
        self.source = source
        self.header = header
        directories = found
        self.missing = missing
    }

    /// Whether one of the directories has this entry, whatever it holds.
    func announces(_ tag: UInt16) -> Bool {
        directories.contains { $0.entry(tag) != nil }
    }

    private static func ways(
        from directory: TIFFDirectory, _ header: TIFFHeader, _ source: Source
    ) throws(ByteSourceError) -> [(offset: Int, role: TIFFDirectory.Role)] {
        var ways: [(offset: Int, role: TIFFDirectory.Role)] = []
        let roles: [(UInt16, TIFFDirectory.Role)] = [
            (TIFFTag.exifDirectory, .exif), (TIFFTag.gpsDirectory, .gps), (TIFFTag.subDirectories, .sub),
        ]
        for (tag, role) in roles {
            guard let entry = directory.entry(tag) else { continue }
            ways += try source.offsets(entry, header).map { ($0, role) }
        }
        // EXIF's own directories are not chained, whatever stands behind their last entry.
        if directory.role == .main || directory.role == .further, let next = directory.next {
            ways.append((next, .further))
        }
        return ways
    }
}

extension ByteSource {
    /// The offsets that an entry holds, sixteen at most.
    fileprivate func offsets(_ entry: TIFFEntry, _ header: TIFFHeader) throws(ByteSourceError) -> [Int] {
        let isWide = [16, 18].contains(entry.type)
        guard isWide || [4, 9, 13].contains(entry.type) else { return [] }
        let bytes = try read(at: entry.position, count: min(entry.size, 16 * (isWide ? 8 : 4)))
        return stride(from: 0, to: bytes.count, by: isWide ? 8 : 4).compactMap { place in
            isWide
                ? bytes.integer(UInt64.self, at: place, header.order).map { Int(clamping: $0) }
                : bytes.integer(UInt32.self, at: place, header.order).map { Int($0) }
        }
    }
}
