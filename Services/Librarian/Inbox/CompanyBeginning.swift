import FactoryCore

/// How the names of all files begin that may belong together. Many others may begin alike: it only parts a large folder
/// into smaller ones.
struct CompanyBeginning: Hashable {
    /// Shorter than what Takeout leaves of a long name.
    private static let longest = 32

    private let bytes: [UInt8]

    init(_ name: [UInt8]) {
        var stem = name.prefix { ![UInt8(ascii: "."), UInt8(ascii: "(")].contains($0) }
        if stem.contains(UInt8(ascii: "-")),
            let source = EditedName.source(of: NumberedName(FileName.text(Array(stem))))
        {
            stem = Array(source.stem.utf8)[...]
        }
        // IMG_O0001.AAE belongs to IMG_0001.
        if stem.starts(with: "IMG_O".utf8) { stem = stem.prefix(4) + stem.dropFirst(5) }
        bytes = Array(stem.prefix(Self.longest))
    }

    /// Which of so many parts it falls into.
    func part(among parts: Int) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(hash % UInt64(parts))
    }
}
