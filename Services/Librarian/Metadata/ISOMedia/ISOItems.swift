/// The items that a `meta` box keeps (ISO/IEC 14496-12, 8.11): in HEIF the pictures, and EXIF and XMP beside them.
struct ISOItems<Source: ByteSource> {
    /// Whole blocks of EXIF and XMP are far smaller; what is larger is cut.
    private static var mostBytes: Int { 4 << 20 }
    private static var mostPieces: Int { 256 }

    private let source: Source
    /// Those that hold EXIF or XMP, in the file's order.
    let items: [ISOItem]
    private let locations: [UInt32: ISOItemLocation]
    private let references: [UInt32: [UInt32]]
    private let dataBox: Range<Int>

    /// - Parameter boxes: what the `meta` box holds.
    init(of boxes: [ISOBox], in source: Source) throws(ByteSourceError) {
        self.source = source
        var items: [ISOItem] = []
        if let list = boxes.first(where: { $0.type == "iinf" }) {
            items = try Self.items(in: try source.contents(of: list, most: 1 << 20))
        }
        self.items = items.filter { $0.isExif || $0.isXMP }
        dataBox = boxes.first { $0.type == "idat" }?.contents ?? 0..<0
        guard !self.items.isEmpty, let table = boxes.first(where: { $0.type == "iloc" }) else {
            (locations, references) = ([:], [:])
            return
        }
        var references: [UInt32: [UInt32]] = [:]
        if let box = boxes.first(where: { $0.type == "iref" }) {
            references = ISOItemReferences.sources(in: try source.contents(of: box, most: 1 << 20))
        }
        self.references = references
        let wanted = Set(self.items.map(\.id))
        let others = wanted.flatMap { references[$0] ?? [] }
        locations = ISOItemLocations.locations(
            in: try source.contents(of: table, most: 1 << 20), of: wanted.union(others))
    }

    private static func items(in contents: [UInt8]) throws(ByteSourceError) -> [ISOItem] {
        guard let version = contents.first else { return [] }
        let start = min(contents.count, version == 0 ? 6 : 8)
        let list = ByteArraySource(contents)
        return try list.boxes(in: start..<contents.count, most: 32_768).filter { $0.type == "infe" }
            .compactMap { ISOItem(infe: Array(contents[$0.contents].prefix(512))) }
    }

    /// Whether none of the pieces of an item has a length: it is all that there is, or nothing.
    func statesNoLength(of item: ISOItem) -> Bool {
        locations[item.id]?.extents.allSatisfy { $0.length == 0 } ?? false
    }

    /// The bytes of an item, put together from its pieces; what lies beyond the end of the file is missing.
    func bytes(of item: ISOItem) throws(ByteSourceError) -> [UInt8] {
        try bytes(of: item.id, mayRefer: true)
    }

    /// - Parameter mayRefer: whether the item may be made of pieces of others; these may not, so that it ends.
    private func bytes(of id: UInt32, mayRefer: Bool) throws(ByteSourceError) -> [UInt8] {
        guard let location = locations[id] else { return [] }
        var whole: [UInt8] = []
        for extent in location.extents.prefix(Self.mostPieces) where whole.count < Self.mostBytes {
            let most = Self.mostBytes - whole.count
            let wanted = extent.length == 0 ? most : min(extent.length, most)
            switch location.construction {
            case .file: whole += try source.read(at: extent.offset, count: wanted)
            case .dataBox: whole += try WindowByteSource(source, dataBox).read(at: extent.offset, count: wanted)
            case .item:
                guard mayRefer, let targets = references[id], targets.indices.contains(extent.index - 1) else {
                    continue
                }
                let other = try bytes(of: targets[extent.index - 1], mayRefer: false)
                whole += other.dropFirst(extent.offset).prefix(wanted)
            }
        }
        return whole
    }
}
