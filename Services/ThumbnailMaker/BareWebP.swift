/// A WebP without anything but its picture. libvips 8.14 writes EXIF of its own into each, whether it is told to or not.
///
/// The container: https://developers.google.com/speed/webp/docs/riff_container
enum BareWebP {
    private static let headSize = 12

    /// - Parameter bytes: of a WebP that neither moves nor is transparent.
    /// - Returns: nil for what is none.
    static func of(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > headSize, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) else {
            return nil
        }
        var rest = bytes.dropFirst(headSize)
        while rest.count > 8 {
            let kind = String(decoding: rest.prefix(4), as: UTF8.self)
            let size = rest.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            // Chunks begin at even places.
            let length = 8 + size + size % 2
            guard rest.count >= length else { return nil }
            if kind == "VP8 " || kind == "VP8L" { return file(of: rest.prefix(length)) }
            rest = rest.dropFirst(length)
        }
        return nil
    }

    private static func file(of chunk: ArraySlice<UInt8>) -> [UInt8] {
        let size = chunk.count + 4
        return Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) } + Array("WEBP".utf8)
            + chunk
    }
}
