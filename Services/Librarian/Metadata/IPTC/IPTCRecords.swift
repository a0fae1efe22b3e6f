/// Reads IPTC-IIM 4.2 records: data sets one behind the other, each 0x1C, record number, data set number, a length of
/// 16 bits (or, with the highest bit set, the number of bytes that hold the length), and the data.
enum IPTCRecords {
    /// The dates of the application record, the first ones; what follows a fault is left out.
    static func fields(of bytes: [UInt8]) -> IPTCFields {
        let bytes = inFileOrder(bytes)
        var fields = IPTCFields()
        var position = 0
        while let (number, contents) = dataSet(in: bytes, at: position) {
            let text = String(decoding: bytes[contents].prefix(64).prefix { $0 != 0 }, as: UTF8.self)
            switch number {
            case dateCreated: fields.dateCreated = fields.dateCreated ?? text
            case timeCreated: fields.timeCreated = fields.timeCreated ?? text
            default: break
            }
            position = contents.upperBound
        }
        return fields
    }

    private static let dateCreated: UInt16 = 2 << 8 | 55
    private static let timeCreated: UInt16 = 2 << 8 | 60
    private static let marker: UInt8 = 0x1C

    /// In TIFF the records may be declared as numbers of 32 bits, and some writers swapped these by the byte order.
    private static func inFileOrder(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 4, bytes[0] != marker, bytes[3] == marker else { return bytes }
        return stride(from: 0, to: bytes.count - 3, by: 4).flatMap { bytes[$0..<$0 + 4].reversed() }
    }

    /// Record and data set as one number, and where the data are.
    private static func dataSet(in bytes: [UInt8], at start: Int) -> (number: UInt16, contents: Range<Int>)? {
        guard start < bytes.count, bytes[start] == marker, let number = bytes.integer(UInt16.self, at: start + 1, .big),
            let short = bytes.integer(UInt16.self, at: start + 3, .big)
        else { return nil }
        var (first, length) = (start + 5, Int(short))
        if short & 0x8000 != 0 {
            guard short & 0x7FFF == 4, let long = bytes.integer(UInt32.self, at: first, .big) else { return nil }
            (first, length) = (first + 4, Int(long))
        }
        guard length <= bytes.count - first else { return nil }
        return (number, first..<first + length)
    }
}
