/// The first bytes of a file of places, and what follows from them; docs/PLACES.md describes the whole file.
struct PlacesHeader: Sendable {
    static let magic = Array("PFPLACES".utf8)
    /// The only one that this program knows.
    static let format = 1
    static let size = 96
    static let recordSize = 28
    static let checksumSize = 32
    /// Of an entry that says where a text is.
    static let spanSize = 8

    let places: Int
    let regions: Int
    let countries: Int
    let zones: Int
    let textBytes: Int
    let version: String

    var lists: Int { Self.size + places * Self.recordSize }
    var texts: Int { lists + (regions + 2 * countries + zones) * Self.spanSize }
    var checksum: Int { texts + textBytes }

    /// - Throws: `PlacesError`; not for a file that is too short or too long for its counts.
    init(_ bytes: UnsafeRawBufferPointer) throws(PlacesError) {
        guard bytes.count >= Self.magic.count, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else {
            throw .foreign
        }
        guard bytes.count >= Self.size + Self.checksumSize else { throw .damaged }
        let numbers = (0..<6).map { Int(bytes.number(at: 8 + 4 * $0, as: UInt32.self)) }
        guard numbers[0] == Self.format else { throw .otherFormat(numbers[0]) }
        (places, regions, countries) = (numbers[1], numbers[2], numbers[3])
        (zones, textBytes) = (numbers[4], numbers[5])
        version = String(decoding: bytes[32..<Self.size].prefix { $0 != 0 }, as: UTF8.self)
    }
}

extension UnsafeRawBufferPointer {
    /// The little-endian number that begins at an offset. Traps outside of the buffer in every build.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
        precondition(offset >= 0 && offset + MemoryLayout<Number>.size <= count)
        return Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}
