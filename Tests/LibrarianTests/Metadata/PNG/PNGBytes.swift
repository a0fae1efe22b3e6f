/// Builds files that have the structure of a PNG; checksums are left at zero.
enum PNGBytes {
    static func file(_ chunks: [UInt8]...) -> [UInt8] {
        let header = chunk("IHDR", [UInt8](repeating: 1, count: 13))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header + chunks.flatMap { $0 } + chunk("IEND", [])
    }

    static func chunk(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(contents.count).bigEndian) { Array($0) } + Array(name.utf8) + contents + [
            0, 0, 0, 0,
        ]
    }

    static func text(_ keyword: String, _ text: String) -> [UInt8] {
        chunk("tEXt", Array("\(keyword)\0\(text)".utf8))
    }

    /// As ImageMagick writes it.
    static func rawProfile(_ kind: String, _ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        var hex = ""
        for (index, byte) in bytes.enumerated() {
            if index % 36 == 0 { hex += "\n" }
            hex += "\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
        return "\n\(kind)\n    \(bytes.count)\(hex)\n"
    }

    /// A zlib stream that stores its contents as they are.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        let length = UInt16(bytes.count)
        let sizes = [length, ~length].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return [0x78, 0x01, 1] + sizes + bytes
            + [high >> 8, high & 0xFF, low >> 8, low & 0xFF].map { UInt8($0) }
    }
}
