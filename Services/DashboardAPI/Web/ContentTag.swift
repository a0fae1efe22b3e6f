/// A short name of some bytes, for an ETag: the same bytes have the same one, also in the next run.
enum ContentTag {
    /// FNV-1a of 64 bits.
    static func make(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
