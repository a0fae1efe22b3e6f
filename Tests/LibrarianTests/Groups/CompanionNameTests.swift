import Testing

@testable import librarian

@Suite("The name of a member")
struct CompanionNameTests {
    @Test("of a sidecar follows that of the half of a Live Photo beside which it came")
    func otherHalf() {
        let names = CompanionName.candidates(
            "IMG_1.AAE".bytes, companions: ["moving-1", "IMG_1.MOV"], filed: "IMG_1_abcd1234.HEIC",
            hash: String(repeating: "01234567", count: 8))
        #expect(names.first == "IMG_1_abcd1234.AAE")
    }

    @Test(
        "has the leader's stem and what is its own",
        arguments: [
            ("IMG_1.MOV", "IMG_1.HEIC", "IMG_1.HEIC", "IMG_1.MOV"),
            ("IMG_1.MOV", "IMG_1.HEIC", "IMG_1_abcd1234.HEIC", "IMG_1_abcd1234.MOV"),
            ("IMG_1.HEIC.xmp", "IMG_1.HEIC", "IMG_1_abcd1234.HEIC", "IMG_1_abcd1234.HEIC.xmp"),
            ("export.MOV", "party.JPG", "party.JPG", "party.MOV"),
            ("IMG_1.MOV.xmp", "IMG_1.HEIC", "IMG_1_abcd1234.HEIC", "IMG_1_abcd1234.MOV.xmp"),
            ("IMG_1.jpg(1).json", "IMG_1(1).jpg", "IMG_1(1).jpg", "IMG_1(1).jpg.json"),
        ])
    func names(own: String, leader: String, filed: String, expected: String) {
        let names = CompanionName.candidates(
            own.bytes, companions: [leader], filed: filed, hash: String(repeating: "01234567", count: 8))
        #expect(names.first == expected)
        #expect(names.count == 4 && Set(names).count == 4)
        #expect(names.dropFirst().allSatisfy { $0.contains("_01234567") })
    }
}
