import FactoryCore
import Testing

@testable import librarian

@Suite("What somebody wants to be explained")
struct QuestionTests {
    private let hex = String(repeating: "0", count: 62) + "ab"

    @Test("is a content, the beginning of a hash, or a path")
    func kinds() {
        #expect(Question(hex) == .content(Fingerprint(number: 0xAB)))
        #expect(Question(hex.uppercased()) == .content(Fingerprint(number: 0xAB)))
        #expect(Question("DEADBEEF") == .digits("deadbeef"))
        for path in ["deadbee", "deadbeefg", "", "a.jpg", hex + "0", "dead/beef", "deadbeef.jpg"] {
            #expect(Question(path) == .path(path))
        }
    }

    @Test("means paths that are it or end with it, by whole parts")
    func paths() throws {
        for (asked, path) in [
            ("/a/b.jpg", "/a/b.jpg"), ("b.jpg", "/a/b.jpg"), ("a/b.jpg", "/a/b.jpg"), ("./b.jpg", "/a/b.jpg"),
        ] {
            #expect(PathMatch(asked).holds(path), "\(asked)")
        }
        for (asked, path) in [
            (".jpg", "/a/b.jpg"), ("b", "/a/b.jpg"), ("/b.jpg", "/a/b.jpg"), ("a/b.jpg", "/aa/b.jpg"),
        ] {
            #expect(!PathMatch(asked).holds(path), "\(asked)")
        }
        // To a String the two spellings are one; to a file system they are two names.
        #expect(!PathMatch("e\u{301}.jpg").holds("/a/\u{e9}.jpg"))
    }
}
