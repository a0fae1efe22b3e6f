/// XMP in several segments (XMP specification, part 3): each has the digest of the whole as 32 letters, the length of
/// the whole and the part's offset in it, both big-endian of 32 bits, and the part.
struct JPEGExtendedXMP {
    /// In bytes, of what stands before a part.
    static let headerLength = 32 + 4 + 4

    private var digest: [UInt8]?
    private var length = 0
    private var parts: [(offset: Int, bytes: ArraySlice<UInt8>)] = []

    /// Takes a part with its header; those of another whole than the first one's are left out, and so is what is
    /// longer than any XMP that is read.
    mutating func append(_ contents: ArraySlice<UInt8>) {
        guard let offset = contents.integer(UInt32.self, at: 36, .big) else { return }
        let (name, part) = (Array(contents.prefix(32)), contents.dropFirst(Self.headerLength))
        guard digest == nil || digest == name, length + part.count <= XMLDocument.longest else { return }
        digest = name
        length += part.count
        parts.append((Int(offset), part))
    }

    /// The parts in their order, up to the first one that is missing.
    var whole: [UInt8] {
        var bytes: [UInt8] = []
        for (offset, part) in parts.sorted(by: { $0.offset < $1.offset }) {
            guard offset == bytes.count else { break }
            bytes += part
        }
        return bytes
    }
}
