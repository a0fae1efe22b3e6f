/// A picture as ffmpeg hands it over: `P6`, width, height, 255, then 3 bytes a pixel.
struct PlainPixmap {
    let width, height: Int
    private let pixels: ArraySlice<UInt8>

    /// - Returns: nil for what is none, or is cut off.
    init?(_ bytes: [UInt8]) {
        var (words, start): ([Substring], Int) = ([], 0)
        let head = String(decoding: bytes.prefix(64), as: Unicode.ASCII.self)
        words = head.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).flatMap {
            $0.split(separator: " ")
        }
        guard words.count == 4, words[0] == "P6", words[3] == "255", let width = Int(words[1]),
            let height = Int(words[2]),
            (1...65_536).contains(width), (1...65_536).contains(height)
        else { return nil }
        start = words.reduce(0) { $0 + $1.utf8.count + 1 }
        guard bytes.count >= start + width * height * 3 else { return nil }
        (self.width, self.height, pixels) = (width, height, bytes[start...])
    }

    func picture() throws(MakingError) -> Picture {
        let result = pixels.withUnsafeBytes { bytes in
            Result { () throws(MakingError) in try Picture.of(bytes, width: width, height: height) }
        }
        return try result.get()
    }
}
