import FactoryCore
import Testing

@testable import librarian

@Suite("The search in a journal")
struct JournalSearchTests {
    /// A segment of these events, chained as it need be for reading; line n is of second n.
    private func segment(_ events: [JournalEvent]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, event) in events.enumerated() {
            let line = JournalLine(
                line: index + 1, at: Timestamp(seconds: index + 1), previous: Fingerprint(number: 1), event: event)
            bytes += line.encoded() + [10]
        }
        return bytes
    }

    private func intent(_ from: String, _ content: String) throws -> JournalEvent {
        .intent(try .sample(from: from, to: "2024/2024-03-09/stored.jpg", content: content))
    }

    @Test("finds intents of a content with their outcomes, also those of later segments")
    func finds() throws {
        var search = JournalSearch([try .of("1")], librarian: "nas")
        let tricky = #"/inbox/"outcome":{"line":1}.jpg"#
        search.search(
            try segment([
                intent("/inbox/other", "2"), intent(tricky, "1"), .outcome(segment: 1, line: 1, .filed, note: nil),
                intent("/inbox/b", "1"), .outcome(segment: 1, line: 2, .filed, note: "read-only"),
            ]), segment: 1)
        search.search(
            try segment([.outcome(segment: 1, line: 4, .withdrawn, note: "gone"), intent("/inbox/c", "1")]), segment: 2)
        #expect(search.entries.map(\.ending?.outcome) == [.filed, .withdrawn, nil])
        #expect(search.entries.map(\.ending?.note) == ["read-only", "gone", nil])
        #expect(search.entries.map(\.at) == [2, 4, 2].map { Timestamp(seconds: $0) })
        #expect(try search.entries.first?.event == intent(tricky, "1"))
    }

    @Test("passes over what is no line, and a torn end")
    func garbage() throws {
        var search = JournalSearch([try .of("1")], librarian: "nas")
        let line = try segment([intent("/inbox/a", "1")])
        search.search(Array("garbage\n\n{\"fingerprint\":\"\n".utf8) + line + line.dropLast(5), segment: 1)
        #expect(search.entries.count == 1)
        search.search([], segment: 2)
    }

    @Test(
        "finds contents by path, by name, by the beginning of their hash",
        arguments: ["a", "b \"q\" \\", "ü\n\u{1}", "x/y"])
    func contents(name: String) throws {
        let bytes = try segment([intent("/inbox/\(name)", "1"), intent("/inbox/z\(name)", "2")])
        #expect(try JournalSearch.contents(in: bytes, matching: PathMatch(name)) == [try .of("1")])
        #expect(try JournalSearch.contents(in: bytes, matching: PathMatch("/inbox/z\(name)")) == [try .of("2")])
        #expect(try JournalSearch.contents(in: bytes, matching: PathMatch("stored.jpg")).count == 2)
        let digits = String(try Fingerprint.of("1").hex.prefix(10))
        #expect(try JournalSearch.contents(in: bytes, beginningWith: digits) == [.of("1")])
        #expect(JournalSearch.contents(in: bytes, beginningWith: "0000000000").isEmpty)
    }
}
