import FactoryCore
import Testing

@testable import librarian

@Suite("A librarian's id")
struct LibrarianIDTests {
    @Test(
        "may hold letters, digits, hyphens and underscores",
        arguments: ["librarian", "Nas-2_b", String(repeating: "x", count: 54)])
    func accepted(id: String) throws {
        #expect(try LibrarianID.check(id) == id)
    }

    @Test(
        "must not lead out of its folder or beyond its column",
        arguments: ["../x", "a/b", ".", "a b", "ä", "a\n", String(repeating: "x", count: 55)])
    func refused(id: String) {
        let error = #expect(throws: SettingsError.self) { try LibrarianID.check(id) }
        #expect(error?.key == "LIBRARIAN_ID")
    }
}
