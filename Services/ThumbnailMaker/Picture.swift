import CVips
import Thumbnails

/// A picture in libvips's hands; it goes with its last owner.
final class Picture {
    /// Larger ones, in pixels, are refused by their headers.
    private static let mostPixels = 500_000_000

    private let handle: OpaquePointer

    private init(_ handle: OpaquePointer?) throws(MakingError) {
        guard let handle else { throw Self.error() }
        self.handle = handle
    }

    deinit {
        cvips_release(handle)
    }

    /// Makes libvips ready.
    static func begin() throws(MakingError) {
        guard cvips_begin("thumbnail-maker") == 0 else { throw error() }
    }

    /// Whether it is a file of a kind that libvips is let read.
    static func canRead(_ path: String) -> Bool {
        defer { _ = cvips_reason() }
        return cvips_can_read(path) != 0
    }

    /// Decodes the first picture of a file. What a truncated file still holds is shown.
    static func decode(_ path: String, side: Int) throws(MakingError) -> DecodedSource {
        let header = try Picture(cvips_header(path))
        let (width, height) = header.size
        guard width > 0, height > 0, width <= mostPixels / height else {
            throw MakingError("it is \(width) × \(height) pixels large, and more than 500 million are not decoded")
        }
        let picture = try Picture(cvips_shrunk_file(path, Int32(side))).decoded()
        let isTurned = cvips_lies_on_side(header.handle) != 0
        return DecodedSource(
            picture: picture, width: isTurned ? height : width, height: isTurned ? width : height)
    }

    /// Decodes an encoded picture.
    ///
    /// - Parameter turn: by how many degrees it is turned to the right unless it says itself how it is to be turned.
    static func decode(_ bytes: UnsafeRawBufferPointer, side: Int, turn: Int) throws(MakingError) -> Picture {
        let shrunk = try Picture(cvips_shrunk_bytes(bytes.baseAddress, bytes.count, Int32(side)))
        let isTurned = cvips_has_orientation(shrunk.handle) != 0
        // Decoded before the bytes are gone.
        return try (isTurned ? shrunk : shrunk.turned(turn)).decoded()
    }

    /// - Parameter rgb: 3 bytes a pixel, sRGB, rows from the top without gaps; more is not looked at.
    static func of(_ rgb: UnsafeRawBufferPointer, width: Int, height: Int) throws(MakingError) -> Picture {
        guard width > 0, height > 0, width <= mostPixels / height, rgb.count >= width * height * 3 else {
            throw MakingError("its picture is not as large as it says")
        }
        return try Picture(cvips_pixels(rgb.baseAddress, Int32(width), Int32(height)))
    }

    /// In pixels.
    var size: (width: Int, height: Int) { (Int(cvips_width(handle)), Int(cvips_height(handle))) }

    /// At most so many pixels wide and high.
    func shrunk(to side: Int) throws(MakingError) -> Picture {
        try Picture(cvips_shrunk(handle, Int32(side))).decoded()
    }

    /// Turned to the right by degrees.
    func turned(_ degrees: Int) throws(MakingError) -> Picture {
        degrees == 0 ? self : try Picture(cvips_turned(handle, Int32(degrees)))
    }

    /// As WebP, without metadata.
    func webp(quality: Int) throws(MakingError) -> [UInt8] {
        var (bytes, count): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
        guard cvips_webp(handle, Int32(quality), &bytes, &count) == 0, let bytes else { throw Self.error() }
        defer { cvips_free(bytes) }
        guard let bare = BareWebP.of(Array(UnsafeBufferPointer(start: bytes, count: count))) else { throw Self.error() }
        return bare
    }

    /// What is shown until its thumbnail has come.
    func thumbHash() throws(MakingError) -> [UInt8] {
        let small = try shrunk(to: ThumbHash.longestSide)
        var count = 0
        guard let pixels = cvips_rgb(small.handle, &count) else { throw Self.error() }
        let (width, height) = small.size
        let rgb = Array(UnsafeBufferPointer(start: pixels, count: count))
        guard let hash = ThumbHash(rgb: rgb, width: width, height: height) else {
            throw MakingError("its small picture is none of three colours")
        }
        return hash.bytes
    }

    private func decoded() throws(MakingError) -> Picture {
        try Picture(cvips_decoded(handle))
    }

    private static func error() -> MakingError {
        MakingError(DecodersWords.sentence(String(cString: cvips_reason())))
    }
}
