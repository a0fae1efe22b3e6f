extension TIFFStructure {
    /// The text of `tag` in the first directory with one of `roles` that has any, without what follows a NUL; the
    /// roles are asked in their order.
    func text(_ tag: ExifTagNumber, in roles: [TIFFDirectory.Role]) throws(ByteSourceError) -> String? {
        for role in roles {
            for index in directories.indices where directories[index].role == role {
                guard let entry = directories[index].entry(UInt16(tag.rawValue)), Self.isText(entry.type) else {
                    continue
                }
                let text = try source.withBytes(at: entry.position, count: min(entry.size, Self.longestText)) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if !text.isEmpty { return text }
            }
        }
        return nil
    }

    /// The fractions of `tag` in the first GPS directory that has any, three at most.
    func rationals(_ tag: ExifTagNumber) throws(ByteSourceError) -> [ExifRational] {
        for directory in directories where directory.role == .gps {
            guard let entry = directory.entry(UInt16(tag.rawValue)), [5, 10].contains(entry.type) else { continue }
            return try source.withBytes(at: entry.position, count: min(entry.size, 3 * 8)) { bytes in
                var rationals: [ExifRational] = []
                rationals.reserveCapacity(3)
                for index in 0..<bytes.count / 8 {
                    if let rational = rational(bytes, at: 8 * index) { rationals.append(rational) }
                }
                return rationals
            }
        }
        return []
    }

    /// The bytes of `tag` in the first directory that has any; none when they are more than `longest`.
    func block(_ tag: UInt16, longest: Int) throws(ByteSourceError) -> [UInt8] {
        for directory in directories {
            guard let entry = directory.entry(tag), entry.size <= longest else { continue }
            let bytes = try source.read(at: entry.position, count: entry.size)
            if !bytes.isEmpty { return bytes }
        }
        return []
    }

    /// Bytes and texts of every sort: writers are not strict.
    private static func isText(_ type: UInt16) -> Bool {
        switch type {
        case 1, 2, 6, 7, 129: true
        default: false
        }
    }

    /// No date is longer, and what is longer is no date.
    private static var longestText: Int { 64 }

    private func rational(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> ExifRational? {
        guard let numerator = bytes.integer(UInt32.self, at: offset, header.order),
            let denominator = bytes.integer(UInt32.self, at: offset + 4, header.order)
        else { return nil }
        return ExifRational(numerator: numerator, denominator: denominator)
    }
}
