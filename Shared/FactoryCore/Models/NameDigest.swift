/// The MD5 of a name, as PostgreSQL's `md5` makes it: a short key by which an index finds a long name. It keeps nobody out.
struct NameDigest: Sendable, Equatable {
    /// 16 bytes in two words, the first byte highest.
    let words: (high: UInt64, low: UInt64)

    private static let byteCount = 16

    /// The digests of these names, in their order. Made here: to make it was 1.2 of the 3.4 µs that a name's row took the server.
    ///
    /// - Throws: `DatabaseError` when OpenSSL offers no MD5: the database cannot be told or asked of names then.
    static func of(_ names: [String]) throws(DatabaseError) -> [NameDigest] {
        // Also where only what FIPS 140 approves is the usual.
        guard let hash = try? MessageDigest("MD5", properties: "-fips") else {
            throw DatabaseError(
                message: "OpenSSL offers no MD5 on this machine, by which the database finds names", sqlState: nil,
                connectionLost: false)
        }
        return withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 8) { bytes in
            names.map { name in
                var name = name
                hash.begin()
                name.withUTF8 { hash.add(UnsafeRawBufferPointer($0)) }
                hash.finish(to: bytes)
                let words = bytes.bindMemory(to: UInt64.self)
                return NameDigest(words: (UInt64(bigEndian: words[0]), UInt64(bigEndian: words[1])))
            }
        }
    }

    static func == (left: NameDigest, right: NameDigest) -> Bool { left.words == right.words }
}
