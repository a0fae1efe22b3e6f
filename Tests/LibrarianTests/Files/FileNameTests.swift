import FactoryCore
import Testing

@testable import librarian

@Suite("A stored name")
struct FileNameTests {
    @Test(
        "is the name itself where that is text, and escapes every byte that is none",
        arguments: [
            ("IMG_1.jpg".bytes, "IMG_1.jpg"), ("Ünïcødé 😀\n.jpg".bytes, "Ünïcødé 😀\n.jpg"), ([], ""),
            ([0x61, 0xFF, 0x62], "a%FFb"), ([0xE4, 0x2E], "%E4."), ([0xC0, 0xAF], "%C0%AF"),
            // The beginning of a character, cut off; a surrogate; one beyond the last character.
            ([0xF0, 0x9F, 0x98], "%F0%9F%98"), ([0xED, 0xA0, 0x80], "%ED%A0%80"),
            ([0xF4, 0x90, 0x80, 0x80], "%F4%90%80%80"), ("é".bytes + [0x80] + "😀".bytes, "é%80😀"),
            ([0x0A, 0xC3, 0x0A], "\n%C3\n"),
        ] as [([UInt8], String)])
    func text(name: [UInt8], text: String) {
        #expect(FileName.text(name) == text)
    }

    @Test(
        "is split at its last dot, unless it only begins with one",
        arguments: [
            ("a.jpg", "a", ".jpg"), ("a.b.jpg", "a.b", ".jpg"), ("a", "a", ""), (".hidden", ".hidden", ""),
            (".a.jpg", ".a", ".jpg"), ("a.", "a", "."), ("..", ".", "."), ("", "", ""),
        ])
    func split(name: String, stem: String, fileExtension: String) {
        let parts = FileName.split(name)
        #expect(parts.stem == stem && parts.fileExtension == fileExtension)
    }

    @Test("has no extension when what follows the last dot is longer than any real one")
    func longExtension() {
        let sentence = "Breakfast. " + String(repeating: "x", count: 240)
        #expect(FileName.split(sentence).stem == sentence)
        #expect(FileName.split("LIVE.photoslibrary").fileExtension == ".photoslibrary")
    }

    @Test("is cut to 255 bytes with its suffix whole")
    func fits() {
        let long = String(repeating: "x", count: 300)
        #expect(FileName.fitting(stem: long, suffix: ".jpg") == String(repeating: "x", count: 251) + ".jpg")
        #expect(FileName.fitting(stem: "short", suffix: "_1.jpg") == "short_1.jpg")
        let exact = String(repeating: "x", count: 251)
        #expect(FileName.fitting(stem: exact, suffix: ".jpg") == exact + ".jpg")
    }

    @Test("is cut between characters, never within one")
    func fitsCharacters() {
        let faces = String(repeating: "👩‍👩‍👧", count: 20)
        let name = FileName.fitting(stem: faces, suffix: ".jpg")
        #expect(name.utf8.count <= FileName.limit)
        #expect(name == String(repeating: "👩‍👩‍👧", count: 13) + ".jpg")
    }
}
