/// Where the samples of a track lie (ISO/IEC 14496-12, 8.5 to 8.7), of which only the first is asked for.
struct MovieSampleTable {
    private let format: String
    private let firstOffset: Int
    private let firstSize: Int

    /// Nil where one of the boxes that are needed is missing or too short.
    ///
    /// - Parameter table: an `stbl` box.
    init?(of table: ISOBox, in source: some ByteSource) throws(ByteSourceError) {
        var format: String?
        var offset: Int?
        var size: Int?
        for box in try source.boxes(in: table.contents, most: 64) {
            var cursor = ByteCursor(try source.contents(of: box, most: 16))
            // Version and flags.
            guard cursor.take(4) != nil else { continue }
            switch box.type {
            case "stsd":
                _ = cursor.take(8)
                format = cursor.fourCharacters()
            case "stsz":
                let common = cursor.number(4)
                guard common == 0 else {
                    size = common
                    continue
                }
                _ = cursor.take(4)
                size = cursor.number(4)
            case "stco", "co64":
                _ = cursor.take(4)
                offset = cursor.number(box.type == "stco" ? 4 : 8)
            default: break
            }
        }
        guard let format, let offset, let size else { return nil }
        self.format = format
        firstOffset = offset
        firstSize = size
    }

    /// Nil for a track of another format.
    func firstSample(ofFormat wanted: String) -> Range<Int>? {
        let (end, tooFar) = firstOffset.addingReportingOverflow(firstSize)
        return format == wanted && !tooFar ? firstOffset..<end : nil
    }
}
