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
        guard let header = try source.withBytes(at: 0, count: TIFFHeader.length, { TIFFHeader($0) }) else {
            return nil
        }
        var ways = [Way(offset: header.firstDirectory, role: .main)]
        ways.reserveCapacity(8)
        var found: [TIFFDirectory] = []
        found.reserveCapacity(4)
        var missing: [Int] = []
        var index = 0
        while index < ways.count, found.count + missing.count < Self.mostDirectories {
            defer { index += 1 }
            let way = ways[index]
            guard !ways[..<index].contains(where: { $0.offset == way.offset }) else { continue }
            guard let directory = try TIFFDirectory(at: way.offset, role: way.role, header: header, from: source) else {
                missing.append(way.offset)
                continue
            }
            found.append(directory)
            try Self.addWays(from: directory, header, source, to: &ways)
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

    /// Where another directory is said to lie.
    private struct Way {
        let offset: Int
        let role: TIFFDirectory.Role
    }

    private static func addWays(
        from directory: TIFFDirectory, _ header: TIFFHeader, _ source: Source, to ways: inout [Way]
    ) throws(ByteSourceError) {
        try addWays(of: TIFFTag.exifDirectory, .exif, in: directory, header, source, to: &ways)
        try addWays(of: TIFFTag.gpsDirectory, .gps, in: directory, header, source, to: &ways)
        try addWays(of: TIFFTag.subDirectories, .sub, in: directory, header, source, to: &ways)
        // EXIF's own directories are not chained, whatever stands behind their last entry.
        if directory.role == .main || directory.role == .further, let next = directory.next {
            ways.append(Way(offset: next, role: .further))
        }
    }

    /// The offsets that an entry holds, sixteen at most.
    private static func addWays(
        of tag: UInt16, _ role: TIFFDirectory.Role, in directory: TIFFDirectory, _ header: TIFFHeader, _ source: Source,
        to ways: inout [Way]
    ) throws(ByteSourceError) {
        guard let entry = directory.entry(tag) else { return }
        let width: Int
        switch entry.type {
        case 4, 9, 13: width = 4
        case 16, 18: width = 8
        default: return
        }
        try source.withBytes(at: entry.position, count: min(entry.size, 16 * width)) { bytes in
            for place in stride(from: 0, to: bytes.count, by: width) {
                let offset =
                    width == 8
                    ? bytes.integer(UInt64.self, at: place, header.order).map { Int(clamping: $0) }
                    : bytes.integer(UInt32.self, at: place, header.order).map { Int($0) }
                if let offset { ways.append(Way(offset: offset, role: role)) }
            }
        }
    }
}
