import FactoryCore

/// A file's name taken apart: `stem(number).extension`, as Takeout and browsers number names that are taken.
struct NumberedName: Sendable, Hashable {
    let stem: String
    /// "(1)", or empty.
    let number: String
    /// ".jpg" in small letters, or empty.
    let fileExtension: String

    init(_ name: some StringProtocol) {
        let (whole, fileExtension) = FileName.split(String(name))
        (stem, number) = Self.splitNumber(whole)
        self.fileExtension = fileExtension.lowercased()
    }

    /// The name before it was numbered.
    var title: String { stem + fileExtension }
    /// The whole name, with the extension in small letters.
    var whole: String { stem + number + fileExtension }

    /// Splits "(1)" off the end; a text that is nothing else stays whole.
    static func splitNumber(_ text: String) -> (rest: String, number: String) {
        let units = text.utf8
        guard units.last == UInt8(ascii: ")"), let open = units.lastIndex(of: UInt8(ascii: "(")),
            open != units.startIndex
        else { return (text, "") }
        let digits = units[units.index(after: open)...].dropLast()
        guard (1...4).contains(digits.count), digits.allSatisfy(FileNameCursor.isDigit) else { return (text, "") }
        return (String(text[..<open]), String(text[open...]))
    }
}
