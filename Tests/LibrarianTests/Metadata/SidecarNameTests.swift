import Testing

@testable import librarian

@Suite("The names of sidecars")
struct SidecarNameTests {
    private func folder(_ media: [String], _ sidecars: [String]) -> FolderSidecars {
        FolderSidecars(media: media.map { Array($0.utf8) }, sidecars: sidecars.map { Array($0.utf8) })
    }

    private func media(of sidecar: String, among media: [String]) -> [String] {
        folder(media, [sidecar]).media(of: Array(sidecar.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    private func sidecars(of name: String, _ kind: SidecarKind, among sidecars: [String]) -> [String] {
        (folder([name], sidecars).sidecars(of: Array(name.utf8))[kind] ?? []).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test(
        "belong to the photo whose name they bear",
        arguments: [
            ("a.jpg.xmp", "a.jpg"), ("a.xmp", "a.jpg"), ("a.XMP", "a.JPG"), ("a.JPG.XMP", "a.jpg"),
            ("a.b.xmp", "a.b.dng"),
            ("IMG_1.AAE", "IMG_1.HEIC"), ("IMG_1.aae", "IMG_1.HEIC"), ("IMG_O0001.AAE", "IMG_0001.HEIC"),
            ("a.jpg.json", "a.jpg"), ("a.json", "a.jpg"), ("a(1).json", "a(1).jpg"), ("a(1).jpg.json", "a(1).jpg"),
            ("a.jpg(1).json", "a(1).jpg"), ("a.jpg.supplemental-metadata.json", "a.jpg"),
            ("a.jpg.supplemental-metadata(2).json", "a(2).jpg"), ("a.jpg.supple(2).json", "a(2).jpg"),
            ("a.jpg.s.json", "a.jpg"), ("a.jpg..json", "a.jpg"), ("a.jpg.json", "a-edited.jpg"),
            ("a.HEIC.json", "a-edited.jpg"), ("a.jpg(1).json", "a-edited(1).jpg"), ("a.jpg.json", "a-bearbeitet.jpg"),
            ("a.jpg.json", "a-modifié.jpg"), ("a.jpg.json", "a-編集済み.jpg"),
            ("a.jpg.supplemental-me.json", "a-editado.jpg"),
            ("IMG_1.HEIC.supplemental-metadata.json", "IMG_1.MP4"),
            (
                "0123456789012345678901234567890123456789012345.json",
                "012345678901234567890123456789012345678901234567.jpg"
            ),
            (
                "0123456789012345678901234567890123456789012345(1).json",
                "01234567890123456789012345678901234567890123456(1).jpg"
            ),
            ("0123456789012345678901234567890123456789.jpg.s.json", "0123456789012345678901234567890123456789.jpg"),
            ("ünicode.jpg.json", "ünicode.jpg"),
        ])
    func belongs(sidecar: String, name: String) {
        #expect(media(of: sidecar, among: [name, "other.jpg"]) == [name])
        #expect(
            sidecars(of: name, SidecarName(Array(sidecar.utf8))?.kind ?? .xmp, among: [sidecar, "x.xmp"]) == [sidecar])
    }

    @Test(
        "belong to nothing else",
        arguments: [
            ("a.jpg.xmp", "a.png"), ("a.xmp", "A.jpg"), ("a.jpg.xmp", "a-edited.jpg"), ("a.json", "b.jpg"),
            ("metadata.json", "a.jpg"), ("a.jpg(1).json", "a.jpg"), ("a.jpg.json", "a(1).jpg"),
            ("IMG_OX1.AAE", "IMG_X1.HEIC"),
            ("a.jpg.txt", "a.jpg"), ("json", "a.jpg"), (".json", "a.jpg"),
            ("0123456789012345678901234567890123456789.json", "01234567890123456789012345678901234567890123456.jpg"),
        ])
    func doesNotBelong(sidecar: String, name: String) {
        #expect(media(of: sidecar, among: [name]).isEmpty)
    }

    @Test("are offered best first")
    func order() {
        let all = ["a.json", "a.jpg.json", "a.xmp", "a.jpg.xmp", "a.jpg.supplemental-metadata.json"]
        #expect(sidecars(of: "a.jpg", .xmp, among: all) == ["a.jpg.xmp", "a.xmp"])
        #expect(sidecars(of: "a.jpg", .takeout, among: all).last == "a.json")
        #expect(
            media(of: "a.jpg.json", among: ["a-edited.jpg", "a.mp4", "a.jpg"]).prefix(2).sorted() == [
                "a-edited.jpg", "a.jpg",
            ])
        #expect(
            sidecars(of: "a-edited.jpg", .takeout, among: ["a.jpg.json", "a-edited.jpg.json"]).first
                == "a-edited.jpg.json")
    }

    @Test("tell two names apart whose bytes are no text")
    func bytes() {
        let names: [[UInt8]] = [[0xFF, 0x2E, 0x6A, 0x70, 0x67], [0xFE, 0x2E, 0x6A, 0x70, 0x67]]
        let found = FolderSidecars(media: names, sidecars: [names[0] + Array(".xmp".utf8)])
        #expect(found.media(of: names[0] + Array(".xmp".utf8)) == [names[0]])
        #expect(found.sidecars(of: names[1]).isEmpty)
    }

    @Test("are found among many in time that grows with their number alone")
    func linear() {
        let media = (0..<20_000).map { Array("IMG_\($0).jpg".utf8) }
        let start = ContinuousClock.now
        let folder = FolderSidecars(media: media, sidecars: media.map { $0 + Array(".json".utf8) })
        for name in media { #expect(folder.sidecars(of: name)[.takeout]?.count == 1) }
        // Pairs would take 400,000,000 comparisons.
        #expect(ContinuousClock.now - start < .seconds(60))
    }
}
