/// A heap of Canon's CIFF 1.0: contents, then a directory, and in the last four bytes the directory's offset. Records
/// are values or heaps themselves.
struct CIFFHeap {
    struct Record {
        /// The number without the bits that say where the value lies.
        let tag: UInt16
        /// Where the value lies in the file.
        let contents: Range<Int>
    }

    let records: [Record]

    /// Has 0x2800 or 0x3000 in its number's bits of type.
    static func isHeap(_ tag: UInt16) -> Bool {
        [0x2800, 0x3000].contains(tag & 0x3800)
    }

    /// Real heaps have some dozen records of ten bytes.
    private static let mostRecords = 1024

    /// The heap that takes up `range` of `source`; without records when it is damaged.
    init(_ source: some ByteSource, _ range: Range<Int>, order: ByteOrder) throws(ByteSourceError) {
        let trailer = try source.read(at: range.upperBound - 4, count: 4)
        guard range.count >= 6, let offset = trailer.integer(UInt32.self, at: 0, order), offset <= range.count - 6
        else {
            records = []
            return
        }
        let start = range.lowerBound + Int(offset)
        let count = try source.read(at: start, count: 2).integer(UInt16.self, at: 0, order).map { Int($0) } ?? 0
        let bytes = try source.read(at: start + 2, count: min(count, Self.mostRecords) * 10)
        records = stride(from: 0, to: bytes.count - 9, by: 10).compactMap {
            Self.record(bytes, at: $0, directory: start + 2, heap: range, order)
        }
    }

    private static func record(
        _ bytes: [UInt8], at offset: Int, directory: Int, heap: Range<Int>, _ order: ByteOrder
    ) -> Record? {
        guard let number = bytes.integer(UInt16.self, at: offset, order),
            let size = bytes.integer(UInt32.self, at: offset + 2, order).map({ Int($0) }),
            let place = bytes.integer(UInt32.self, at: offset + 6, order).map({ Int($0) })
        else { return nil }
        // The value of eight bytes may stand in the record, in the place of size and offset.
        if number & 0xC000 == 0x4000 {
            let start = directory + offset + 2
            return Record(tag: number & 0x3FFF, contents: start..<start + 8)
        }
        guard number & 0xC000 == 0, place <= heap.count, size <= heap.count - place else { return nil }
        let start = heap.lowerBound + place
        return Record(tag: number & 0x3FFF, contents: start..<start + size)
    }
}
