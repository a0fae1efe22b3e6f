import FactoryCore
import Testing

@testable import librarian

@Suite("The path of a row")
struct LedgerPathTests {
    @Test(
        "counts from below Originals",
        arguments: [
            ("/s/Originals/2024/2024-03-09/a.jpg", "2024/2024-03-09/a.jpg"),
            ("/Originals/Storage/Originals/2024/2024-03-09/a.jpg", "2024/2024-03-09/a.jpg"),
            ("/s/Originals/2024/2024-03-09/Originals", "2024/2024-03-09/Originals"),
            ("/s/Originals/2024/03/09/a.jpg", "2024/03/09/a.jpg"), ("Originals/a.jpg", "a.jpg"),
        ])
    func below(path: String, expected: String) {
        #expect(LedgerPath.belowOriginals(path)?.text == expected)
    }

    @Test(
        "leads nowhere else",
        arguments: [
            "", "/s/2024/a.jpg", "/s/Originals", "/s/Originals/", "/s/Originals/../a", "/s/Originals/a//b",
            "/s/Originals/2024/./a.jpg",
        ])
    func elsewhere(path: String) {
        #expect(LedgerPath.belowOriginals(path) == nil)
    }

    @Test("may begin with a combining character, which is no part of the slash")
    func combining() {
        let name = "\u{301}a.jpg"
        #expect(LedgerPath.belowOriginals("/s/Originals/2024/2024-03-09/\(name)")?.name == Array(name.utf8))
    }
}
