@testable import librarian

extension JournalLine {
    /// The line alone.
    func encoded() -> [UInt8] {
        var text = JSONWriter()
        write(to: &text)
        return text.withBytes { Array($0) }
    }
}
