import FactoryCore
import Testing

@testable import librarian

@Suite("A path below the inbox")
struct RelativePathTests {
    @Test("knows its name, its folders, its text and its exact bytes")
    func parts() throws {
        let path = try #require(RelativePath(components: ["DCIM".bytes, [0xFF, 0x31], "a.jpg".bytes]))
        #expect(path.name == "a.jpg".bytes)
        #expect(Array(path.folders) == ["DCIM".bytes, [0xFF, 0x31]])
        #expect(path.text == "DCIM/%FF1/a.jpg")
        #expect(path.bytes == "DCIM/".bytes + [0xFF, 0x31] + "/a.jpg".bytes)
    }

    @Test("needs a name")
    func empty() {
        #expect(RelativePath(components: []) == nil)
    }

    @Test("is another one when its bytes differ, even if people see the same letters")
    func composed() {
        #expect(RelativePath("\u{E9}.jpg") != RelativePath("e\u{301}.jpg"))
        #expect(RelativePath("a/b.jpg") == RelativePath("a/b.jpg"))
    }
}
