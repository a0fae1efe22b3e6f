import Testing

@testable import librarian

@Suite("The names in a folder")
struct FolderNamesTests {
    private func companies(_ names: [String]) -> Set<Set<String>> {
        Set(FolderNames(names.map(\.bytes)).companies.map { Set($0.map { names[$0] }) })
    }

    @Test("are one company by stem and by sidecar, and no other way")
    func together() {
        let live: Set = ["IMG_1.HEIC", "IMG_1.MOV", "IMG_1.AAE", "IMG_1.HEIC.xmp"]
        let others = ["IMG_10.HEIC", "IMG_2.HEIC", "IMG_2.txt", "x.json"]
        #expect(companies(live.sorted() + others) == [live, ["IMG_10.HEIC"], ["IMG_2.HEIC", "IMG_2.txt"], ["x.json"]])
        #expect(companies([]) == [] && companies(["a"]) == [["a"]])
        #expect(companies(["e\u{301}.jpg", "\u{e9}.mov"]).count == 2)
    }

    @Test("tell which sidecar is whose, an edited photo sharing that of the one that it was made from")
    func links() {
        let names = ["IMG_1.jpg", "IMG_1-edited.jpg", "IMG_1.jpg.supplemental-metadata.json", "IMG_1(1).jpg"]
        let links = FolderNames(names.map(\.bytes)).links
        #expect(links == [FolderNames.Link(sidecar: 2, owners: [0], sharers: [1])])
    }

    @Test("of a large folder come in parts that keep companies together")
    func parts() {
        let together = [
            ["IMG_20240101_120000.jpg", "IMG_20240101_120000.jpg.json", "IMG_20240101_120000-edited.jpg"],
            ["IMG_0001.HEIC", "IMG_0001(1).HEIC", "IMG_O0001.AAE"],
            [
                String(repeating: "n", count: 47) + ".jpg", String(repeating: "n", count: 46) + ".json",
            ],
        ]
        for names in together { #expect(Set(names.map { CompanyBeginning($0.bytes).part(among: 1000) }).count == 1) }
        let parts = (0..<1000).map { CompanyBeginning("IMG_\($0)_x.jpg".bytes).part(among: 10) }
        #expect(Dictionary(grouping: parts) { $0 }.values.allSatisfy { (50...200).contains($0.count) })
    }
}
