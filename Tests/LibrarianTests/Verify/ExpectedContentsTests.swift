import FactoryCore
import Testing

@testable import librarian

@Suite("The list of expected contents")
struct ExpectedContentsTests {
    private let digits = String(repeating: "0", count: 63)

    private func missing(_ list: String) throws -> [Fingerprint: String] {
        try ExpectedContents(Array(list.utf8), path: "list").missing
    }

    @Test("is read as sha256sum writes it, and as digests alone")
    func reads() throws {
        let list = "\(digits)1  a b.jpg\n\(digits)2 *binary\r\n\n\\\(digits)3  two\\nlines\n\(digits)A\n\(digits)4"
        let expected: [UInt64: String] = [1: "a b.jpg", 2: "binary", 3: "two\\nlines", 4: "", 10: ""]
        #expect(try missing(list) == Dictionary(uniqueKeysWithValues: expected.map { (Fingerprint(number: $0), $1) }))
        #expect(try missing("") == [:])
    }

    @Test("keeps names that are no text readable")
    func bytes() throws {
        let list = Array("\(digits)1  ".utf8) + [0xFF, 10]
        #expect(try ExpectedContents(list, path: "list").missing == [Fingerprint(number: 1): "%FF"])
    }

    @Test("is refused with the line that is none", arguments: ["0", "x", "# comment", "g", "\u{0}"])
    func refuses(line: String) throws {
        let error = #expect(throws: StartupError.self) { try missing("\(digits)1\n\n\(line)\n") }
        #expect(error?.description.contains("line 3") == true && error?.description.hasPrefix("list ") == true)
        #expect(throws: StartupError.self) { try missing("\(digits)12  a\n") }
    }

    @Test("forgets what was found")
    func found() throws {
        var expected = try ExpectedContents(Array("\(digits)1\n\(digits)2".utf8), path: "list")
        expected.found(Fingerprint(number: 1))
        expected.found(nil)
        #expect(expected.missing.keys.map(\.self) == [Fingerprint(number: 2)])
    }
}
