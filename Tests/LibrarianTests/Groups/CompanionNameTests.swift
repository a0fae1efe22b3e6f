import Testing

@testable import librarian

@Suite("The name of a member")
struct CompanionNameTests {
    @Test(
        "has the leader's stem and what is its own",
        arguments: [
            ("IMG_1.MOV", "IMG_1.HEIC", "IMG_1.HEIC", "IMG_1.MOV"),
            ("IMG_1.MOV", "IMG_1.HEIC", "IMG_1_abcd1234.HEIC", "IMG_1_abcd1234.MOV"),
            ("IMG_1.HEIC.xmp", "IMG_1.HEIC", "IMG_1_abcd1234.HEIC", "IMG_1_abcd1234.HEIC.xmp"),
            ("export.MOV", "party.JPG", "party.JPG", "party.MOV"),
            ("IMG_1.jpg(1).json", "IMG_1(1).jpg", "IMG_1(1).jpg", "IMG_1(1).jpg.json"),
        ])
    func names(own: String, leader: String, filed: String, expected: String) {
        let names = CompanionName.candidates(
            own.bytes, leader: leader, filed: filed, hash: String(repeating: "01234567", count: 8))
        #expect(names.first == expected)
        #expect(names.count == 4 && Set(names).count == 4)
        #expect(names.dropFirst().allSatisfy { $0.contains("_01234567") })
    }
}
