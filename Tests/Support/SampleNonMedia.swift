/// Files that are no photo and no video, whatever their names say.
public enum SampleNonMedia {
    /// A few lines of plain text.
    public static func text(_ seed: String) -> [UInt8] {
        Array("A shopping list, number \(seed):\nbread\nmilk\napples\n".utf8)
    }

    /// The beginning and end of a PDF document.
    public static func document(_ seed: String) -> [UInt8] {
        Array("%PDF-1.4\n% \(seed)\ntrailer\n<< >>\n%%EOF\n".utf8)
    }
}
