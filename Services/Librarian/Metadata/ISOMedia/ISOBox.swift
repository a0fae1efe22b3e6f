/// A box of the ISO base media file format (ISO/IEC 14496-12, 4.2), which QuickTime calls an atom.
struct ISOBox: Hashable {
    /// The type's four bytes as one number: in a list of items with keys of their own, the key's place.
    let typeNumber: UInt32
    /// The same as characters of Latin-1: "moov", "©day".
    let type: String
    /// The 16 bytes that tell boxes of the type "uuid" apart; empty for the others.
    let uuid: [UInt8]
    /// Where in its source the contents lie, behind header and UUID; cut where that ends which holds the box.
    let contents: Range<Int>
    /// Whether it claims to go on behind the end of what holds it.
    let isCut: Bool
}

extension ISOBox {
    /// Reads the header of the box at `position`; nil where none can be: fewer bytes than a header has, a size smaller
    /// than the header, or the zeros by which QuickTime ends some of its lists.
    ///
    /// - Parameter end: where that ends which holds the box. A size of 0 means up to there.
    init?(in source: some ByteSource, at position: Int, end: Int) throws(ByteSourceError) {
        let header = try source.read(at: position, count: min(32, end - position))
        guard let short = header.integer(UInt32.self, at: 0, .big),
            let number = header.integer(UInt32.self, at: 4, .big), short != 0 || number != 0
        else { return nil }
        let there = end - position
        var length = 8
        var size = short == 0 ? there : Int(short)
        if short == 1 {
            guard let long = header.integer(UInt64.self, at: 8, .big) else { return nil }
            length = 16
            size = Int(clamping: long)
        }
        let name = String(latin1: header[4..<8])
        let isExtended = name == "uuid"
        let id = isExtended ? Array(header.dropFirst(length).prefix(16)) : []
        if isExtended { length += 16 }
        guard size >= length, there >= length else { return nil }
        typeNumber = number
        type = name
        uuid = id
        contents = position + length..<position + min(size, there)
        isCut = size > there
    }
}
