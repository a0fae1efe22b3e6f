/// An element of EBML (RFC 8794).
struct EBMLElement: Hashable {
    /// With the bits that tell its length, as the specifications write it: 0x1549A966.
    let id: UInt32
    /// How many bytes its contents are said to have; nil where that is left open.
    let size: Int?
    /// Where the contents begin.
    let start: Int

    /// Reads the element at `position`; nil where none can be.
    init?(in source: some ByteSource, at position: Int) throws(ByteSourceError) {
        let bytes = try source.read(at: position, count: 12)
        guard let first = bytes.first else { return nil }
        let idLength = first.leadingZeroBitCount + 1
        guard idLength <= 4, bytes.count > idLength else { return nil }
        let second = bytes[idLength]
        let sizeLength = second.leadingZeroBitCount + 1
        guard sizeLength <= 8, bytes.count >= idLength + sizeLength else { return nil }
        id = bytes[..<idLength].reduce(0) { $0 << 8 | UInt32($1) }
        let mask = UInt64(1) << (7 * UInt64(sizeLength)) - 1
        let value = bytes[idLength..<idLength + sizeLength].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & mask
        size = value == mask ? nil : Int(clamping: value)
        start = position + idLength + sizeLength
    }

    /// Where the next element begins; nil where that is not known or cannot be.
    var end: Int? {
        guard let size else { return nil }
        let (end, tooFar) = start.addingReportingOverflow(size)
        return tooFar ? nil : end
    }
}
