/// A chunk of a PNG: a big-endian length, four letters, contents, and a checksum, which is not checked.
struct PNGChunk: Hashable {
    /// The kinds that are read.
    enum Kind: String {
        case exif = "eXIf"
        case text = "tEXt"
        case compressedText = "zTXt"
        case internationalText = "iTXt"
        case time = "tIME"
    }

    let kind: Kind
    /// Where the contents lie; cut short where the file ends before they do.
    let contents: Range<Int>

    /// Image data come in parts of 8 KB with some writers: so many hold half a gigabyte.
    private static let mostChunks = 1 << 16
    /// Of the kinds that are read.
    private static let mostKept = 1024

    /// The chunks of a file that are read, before and behind the image data, which are skipped; and whether the file
    /// goes on to its end chunk.
    static func list(in source: some ByteSource) throws(ByteSourceError) -> (chunks: [PNGChunk], isWhole: Bool) {
        var found: [PNGChunk] = []
        var position = 8
        for _ in 0..<mostChunks where found.count < mostKept {
            let head = try source.read(at: position, count: 8)
            guard let length = head.integer(UInt32.self, at: 0, .big).map({ Int($0) }), head.count == 8 else { break }
            let name = String(decoding: head[4...], as: UTF8.self)
            if name == "IEND" { return (found, true) }
            let start = position + 8
            if let kind = Kind(rawValue: name) {
                found.append(PNGChunk(kind: kind, contents: start..<start + min(length, source.size - start)))
            }
            position = start + length + 4
        }
        return (found, false)
    }
}
