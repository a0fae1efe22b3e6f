import FactoryCore

/// A text of a PNG with its keyword, from a chunk of any of the three kinds.
struct PNGText: Hashable {
    let keyword: String
    /// Decompressed; Latin-1 or UTF-8.
    let text: [UInt8]

    /// Nil for what has no keyword. No text is longer than `longest` bytes.
    init?(_ kind: PNGChunk.Kind, _ contents: [UInt8], longest: Int = EmbeddedMetadata.longestBlock) {
        // The standard allows 79 characters.
        guard let end = contents.prefix(256).firstIndex(of: 0) else { return nil }
        keyword = String(decoding: contents[..<end], as: UTF8.self)
        let rest = contents[(end + 1)...]
        switch kind {
        case .text: text = Array(rest.prefix(longest))
        case .compressedText: text = ZlibStream.inflated(rest.dropFirst(), longest: longest)
        case .internationalText:
            guard let international = Self.international(rest, longest: longest) else { return nil }
            text = international
        case .exif, .time: return nil
        }
    }

    /// Whether it is compressed, how, a language and the keyword in that, both ended by a zero byte; then the text.
    private static func international(_ contents: ArraySlice<UInt8>, longest: Int) -> [UInt8]? {
        guard let flag = contents.first else { return nil }
        var rest = contents.dropFirst(2)
        for _ in 0..<2 {
            guard let end = rest.firstIndex(of: 0) else { return nil }
            rest = rest[(end + 1)...]
        }
        return flag == 0 ? Array(rest.prefix(longest)) : ZlibStream.inflated(rest, longest: longest)
    }
}
