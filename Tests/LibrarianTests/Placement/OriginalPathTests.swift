import FactoryCore
import Testing

@testable import librarian

@Suite("An original's path")
struct OriginalPathTests {
    private func candidates(_ name: [UInt8]) throws -> [String] {
        let day = try #require(CivilDay("2024-03-09"))
        return OriginalPath.candidates(name: name, day: day, fingerprint: try .of("abc")).map(\.text)
    }

    /// SHA-256 of "abc", from the standard.
    private let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("is the name below its day, then the name with ever more digits of the fingerprint")
    func all() throws {
        #expect(
            try candidates("IMG_1.HEIC".bytes) == [
                "2024/2024-03-09/IMG_1.HEIC", "2024/2024-03-09/IMG_1_ba7816bf.HEIC",
                "2024/2024-03-09/IMG_1_ba7816bf8f01cfea.HEIC", "2024/2024-03-09/IMG_1_\(hex).HEIC",
            ])
        #expect(try candidates(".a".bytes)[1] == "2024/2024-03-09/.a_ba7816bf")
        #expect(
            try candidates([0x61, 0xFF, 0x2E, 0x62]).prefix(2) == [
                "2024/2024-03-09/a%FF.b", "2024/2024-03-09/a%FF_ba7816bf.b",
            ])
    }

    @Test(
        "always fits a name, and four names are four",
        arguments: [
            Array(repeating: 0x78, count: 255), Array(repeating: 0xFF, count: 255),
            "a.".bytes + Array(repeating: 0xFF, count: 253), "a.".bytes + Array(repeating: 0x78, count: 253),
            Array("😀".bytes.cycled(63)) + ".jpg".bytes.prefix(3), "😀".bytes.cycled(60) + ".jpg".bytes,
        ] as [[UInt8]])
    func fits(name: [UInt8]) throws {
        let names = try candidates(name).map { $0.dropFirst("2024/2024-03-09/".count) }
        #expect(names.allSatisfy { $0.utf8.count <= 255 && !$0.isEmpty && !$0.hasPrefix(".") })
        #expect(Set(names).count == 4)
    }

    @Test(
        "is read back from what it writes, whatever its name",
        arguments: ["a.jpg", "a b\n.jpg", "%FF", "...", "\u{301}begins with an accent.jpg", "\u{FE0F}", "é", "👩‍👩‍👧"])
    func roundTrip(name: String) throws {
        let path = OriginalPath(day: try #require(CivilDay("2024-03-09")), name: name)
        #expect(OriginalPath(text: path.text) == path)
        #expect(OriginalPath(text: path.text)?.name.bytes == name.bytes)
    }

    @Test(
        "is not read from what leads elsewhere",
        arguments: [
            "", "/", "a.jpg", "2024/2024-03-09", "2024/2024-03-09/", "2024/2024-03-09/.", "2024/2024-03-09/..",
            "2023/2024-03-09/a", "2024/2024-02-30/a", "2024/2024-3-9/a", "2024//a", "../2024-03-09/a",
            "/2024/2024-03-09/a", "2024/2024-03-09/a/b", "2024/2024-03-09/a\0b", "x/2024/2024-03-09/a",
        ])
    func refuses(text: String) {
        #expect(OriginalPath(text: text) == nil)
    }
}

extension [UInt8] {
    fileprivate func cycled(_ count: Int) -> [UInt8] {
        [[UInt8]](repeating: self, count: count).flatMap { $0 }
    }
}
