@testable import librarian

/// Builds the boxes of videos.
enum MovieBytes {
    /// A list of values with keys of their own, in Apple's way, where `meta` has no version.
    static func keys(_ values: [(key: String, value: String)]) -> [UInt8] {
        let names = values.flatMap { ISOBytes.box("mdta", Array($0.key.utf8)) }
        // In an entry the size comes first, then "mdta", as in a box.
        let keys = ISOBytes.full("keys", ISOBytes.number(UInt32(values.count)) + names)
        let items = values.enumerated().flatMap { index, entry in
            let number = ISOBytes.number(UInt32(index + 1)).map { Unicode.Scalar($0) }
            return ISOBytes.box(String(String.UnicodeScalarView(number)), data(entry.value))
        }
        return ISOBytes.box("meta", handler("mdta") + keys + ISOBytes.box("ilst", items))
    }

    /// A list in the way of iTunes, where `meta` has a version.
    static func itemList(_ values: [(type: String, value: String)]) -> [UInt8] {
        let items = values.flatMap { ISOBytes.box($0.type, data($0.value)) }
        return ISOBytes.full("meta", handler("mdir") + ISOBytes.box("ilst", items))
    }

    static func data(_ text: String) -> [UInt8] {
        ISOBytes.box("data", [0, 0, 0, 1, 0, 0, 0, 0] + Array(text.utf8))
    }

    static func handler(_ type: String, name: String = "") -> [UInt8] {
        ISOBytes.full("hdlr", Array("\0\0\0\0\(type)".utf8) + Array(repeating: 0, count: 12) + Array(name.utf8) + [0])
    }

    /// One of QuickTime's international texts.
    static func text(_ type: String, _ text: String) -> [UInt8] {
        ISOBytes.box(type, ISOBytes.number(UInt16(text.utf8.count)) + [0x15, 0xC7] + Array(text.utf8))
    }

    static func movie(_ boxes: [UInt8]...) -> [UInt8] {
        ISOBytes.box("moov", Array(boxes.joined()))
    }
}
