import FactoryCore
import FoundationEssentials
import Testing

@Suite("A path is made absolute")
struct AbsolutePathTests {
    @Test(
        "without asking the disk",
        arguments: [
            ("Photos_Inbox", "/srv/photos/Photos_Inbox"), ("./a//b/./c/", "/srv/photos/a/b/c"), ("/abs", "/abs"),
            ("//abs///x/", "/abs/x"), ("..", "/srv"), ("../other", "/srv/other"), ("a/../../b", "/srv/b"),
            ("../../../..", "/"), ("/..", "/"), ("", "/srv/photos"), (".", "/srv/photos"), ("/", "/"),
            ("...", "/srv/photos/..."), ("a b/ü", "/srv/photos/a b/ü"),
        ])
    func make(path: String, expected: String) {
        #expect(AbsolutePath.make(path, in: "/srv/photos") == expected)
    }

    @Test("from the folder in which the process works")
    func workingDirectory() {
        #expect(AbsolutePath.workingDirectory == FileManager.default.currentDirectoryPath)
    }
}
