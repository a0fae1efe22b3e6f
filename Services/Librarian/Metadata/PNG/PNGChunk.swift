/// A chunk of a PNG: a big-endian length, four letters, contents, and a checksum, which is not checked.
struct PNGChunk: Hashable {
    /// The kinds that are read, by their four letters as a big-endian number: comparing texts takes long when there are
    /// many.
    enum Kind: UInt32 {
        /// `eXIf`
        case exif = 0x6558_4966
        /// `tEXt`
        case text = 0x7445_5874
        /// `zTXt`
        case compressedText = 0x7A54_5874
        /// `iTXt`
        case internationalText = 0x6954_5874
        /// `tIME`
        case time = 0x7449_4D45
    }

    let kind: Kind
    /// Where the contents lie; cut short where the file ends before they do.
    let contents: Range<Int>

    /// Image data come in parts of 8 KB with some writers: so many hold half a gigabyte.
    private static let mostChunks = 1 << 16
    /// By the standard (5.3); what announces more is none.
    private static let mostBytes = 0x7FFF_FFFF
    /// `IEND`
    private static let end: UInt32 = 0x4945_4E44
    /// Of the kinds that are read.
    private static let mostKept = 1024

    /// The chunks of a file that are read, before and behind the image data, which are skipped; and whether the file
    /// goes on to its end chunk.
    static func list(in source: some ByteSource) throws(ByteSourceError) -> (chunks: [PNGChunk], isWhole: Bool) {
        var found: [PNGChunk] = []
        var position = 8
        for _ in 0..<mostChunks where found.count < mostKept {
            let head = try source.read(at: position, count: 8)
            guard let length = head.integer(UInt32.self, at: 0, .big).map({ Int($0) }), length <= mostBytes,
                let name = head.integer(UInt32.self, at: 4, .big)
            else { break }
            if name == end { return (found, true) }
            let start = position + 8
            if let kind = Kind(rawValue: name) {
                found.append(PNGChunk(kind: kind, contents: start..<start + min(length, source.size - start)))
            }
            position = start + length + 4
        }
        return (found, false)
    }
}
