/// What names may look like once they are stored.
package enum FileName {
    /// The most bytes that a name may have (NAME_MAX of every file system that matters here).
    package static let limit = 255

    /// Longer than every extension that means something, with its dot; what is longer is part of a sentence.
    private static let extensionLimit = 32

    /// `name` as text, with every byte that is no UTF-8 written as `%` and two hexadecimal digits.
    package static func text(_ name: [UInt8]) -> String {
        // What most names are made of needs no validating; asked byte by byte that cost as much as decoding the EXIF.
        if name.reduce(0, |) < 0x80 { return String(decoding: name, as: UTF8.self) }
        if let text = String(validating: name, as: UTF8.self) { return text }
        var result = ""
        var rest = name[...]
        while !rest.isEmpty {
            let length = validPrefix(of: rest)
            result += String(decoding: rest.prefix(length), as: UTF8.self)
            rest = rest.dropFirst(length)
            guard let byte = rest.popFirst() else { break }
            result +=
                "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
        }
        return result
    }

    /// Cuts `stem` so that it fits a name together with `suffix`, without cutting a character in two.
    package static func fitting(stem: String, suffix: String) -> String {
        guard stem.utf8.count + suffix.utf8.count > limit else { return stem + suffix }
        var stem = stem[...]
        while stem.utf8.count + suffix.utf8.count > limit, !stem.isEmpty { stem = stem.dropLast() }
        return stem + suffix
    }

    /// Splits at the last dot; a name that only begins with a dot, or goes on for long after it, has no extension.
    package static func split(_ name: String) -> (stem: String, fileExtension: String) {
        var name = name
        return name.withUTF8 { bytes in
            let end = stemEnd(in: bytes)
            return (
                String(decoding: UnsafeBufferPointer(rebasing: bytes[..<end]), as: UTF8.self),
                String(decoding: UnsafeBufferPointer(rebasing: bytes[end...]), as: UTF8.self)
            )
        }
    }

    /// The extension alone, with its dot; empty when there is none.
    package static func fileExtension(of name: [UInt8]) -> String {
        let bytes = name[stem(of: name).endIndex...]
        return bytes.reduce(0, |) < 0x80 ? String(decoding: bytes, as: UTF8.self) : text(Array(bytes))
    }

    /// What stands before the extension, byte by byte.
    package static func stem(of name: [UInt8]) -> ArraySlice<UInt8> {
        name[..<name.withUnsafeBufferPointer { stemEnd(in: $0) }]
    }

    /// Where the extension begins; the name's end when there is none.
    package static func stemEnd(in name: UnsafeBufferPointer<UInt8>) -> Int {
        var index = name.count
        while index > max(1, name.count - extensionLimit) {
            index -= 1
            if name[index] == UInt8(ascii: ".") { return index }
        }
        return name.count
    }

    /// The names in a path, also the empty ones. Split by bytes: a name may begin with a combining character, which to
    /// a `String` makes one character with the slash before it.
    package static func parts(ofPath path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The last name in a path.
    package static func last(ofPath path: String) -> String {
        var path = path
        return path.withUTF8 { bytes in
            let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
        }
    }

    /// How many bytes from the beginning are whole UTF-8 characters.
    private static func validPrefix(of bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        var rest = bytes
        while let first = rest.first {
            let length =
                switch first {
                case 0..<0x80: 1
                case 0xC2..<0xE0: 2
                case 0xE0..<0xF0: 3
                case 0xF0..<0xF5: 4
                default: 0
                }
            guard length > 0, String(validating: rest.prefix(length), as: UTF8.self) != nil else { return count }
            count += length
            rest = rest.dropFirst(length)
        }
        return count
    }
}
