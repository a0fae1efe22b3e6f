import FactoryCore
import Testing

@testable import librarian

struct CompanyStemTests {
    @Test(
        "A stem is the path up to the last name's extension",
        arguments: [
            ("", ""), ("/a/", "/a/"), ("/x.y/a", "/x.y/a"), ("/d/.hidden", "/d/.hidden"), ("/d/a.JPG", "/d/a"),
            ("/d/a.b.jpg", "/d/a.b"), ("/d/ü.heic", "/d/ü"), ("a.jpg", "a"),
            ("/d/a." + String(repeating: "e", count: 31), "/d/a"),
            ("/d/a." + String(repeating: "e", count: 32), "/d/a." + String(repeating: "e", count: 32)),
        ])
    func stem(path: String, stem: String) {
        #expect(CompanyStem.of(path: path) == stem)
        let name = Array(FileName.last(ofPath: path).utf8)
        #expect(FileName.fileExtension(of: name) == FileName.split(FileName.text(name)).fileExtension)
    }

    @Test("An extension that is no UTF-8 is percent-escaped")
    func bytes() {
        #expect(FileName.fileExtension(of: Array("a.".utf8) + [0xFF]) == ".%FF")
    }
}
