/// Tells the many formats apart that are built of ISO base media boxes.
enum ISOBrands {
    /// Nil for what is not built of such boxes, and for sound alone.
    static func format(of head: ArraySlice<UInt8>) -> MediaFormat? {
        guard let size = head.integer(UInt32.self, at: 0, .big), let type = fourCharacters(of: head, at: 4) else {
            return nil
        }
        guard type == "ftyp" else { return formatWithoutBrands(firstBox: type, size: size) }
        guard let major = fourCharacters(of: head, at: 8) else { return nil }
        let end = min(Int(size), head.count, 512)
        let others = stride(from: 16, to: max(16, end - 3), by: 4).compactMap { fourCharacters(of: head, at: $0) }
        return format(major: major, others: Set(others))
    }

    private static func format(major: String, others: Set<String>) -> MediaFormat? {
        switch major {
        case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs": .heic
        case "avif", "avis": .avif
        case "mif1", "mif2", "msf1", "miaf": stillFormat(others)
        case "crx ": .cr3
        case "qt  ": .mov
        case "jp2 ", "jpx ", "jpm ": .jp2
        case "jxl ": .jxl
        case "M4A ", "M4B ", "M4P ", "F4A ", "F4B ", "aax ", "aaxc": nil
        case "mmp4", "kddi": .threeGP
        case _ where major.hasPrefix("3g"): .threeGP
        default: .mp4
        }
    }

    /// The general brands of still pictures leave it to the other brands how these are coded.
    private static func stillFormat(_ brands: Set<String>) -> MediaFormat {
        if !brands.isDisjoint(with: ["avif", "avis"]) { return .avif }
        return brands.isDisjoint(with: ["heic", "heix", "hevc", "hevx"]) ? .heif : .heic
    }

    /// Before brands existed, QuickTime files began with one of these boxes. Its size has to be one that a box can
    /// have, because four letters alone begin many a text.
    private static func formatWithoutBrands(firstBox type: String, size: UInt32) -> MediaFormat? {
        guard size <= 1 || size >= 8 else { return nil }
        switch type {
        case "moov", "mdat": return .mov
        case "wide", "free", "skip", "pnot": return size >= 8 && size < 1 << 24 ? .mov : nil
        default: return nil
        }
    }

    private static func fourCharacters(of head: ArraySlice<UInt8>, at offset: Int) -> String? {
        guard offset + 4 <= head.count else { return nil }
        return String(decoding: head.dropFirst(offset).prefix(4), as: UTF8.self)
    }
}
