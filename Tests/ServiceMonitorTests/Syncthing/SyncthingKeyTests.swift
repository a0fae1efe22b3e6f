import TestSupport
import Testing

@testable import service_monitor

@Suite("Syncthing's API key")
struct SyncthingKeyTests {
    @Test("stands in a file's first line, or in Syncthing's own configuration")
    func places() {
        #expect(SyncthingKey.key(in: "abc") == "abc")
        #expect(SyncthingKey.key(in: "abc\nmore\n") == "abc")
        #expect(SyncthingKey.key(in: "abc\r\n") == "abc")
        let configuration = """
            <configuration version="37">
                <gui enabled="true"><address>127.0.0.1:8384</address>
                    <apikey>abc</apikey>
                </gui>
            </configuration>
            """
        #expect(SyncthingKey.key(in: configuration) == "abc")
        #expect(SyncthingKey.key(in: "<?xml version=\"1.0\"?>\n\(configuration)") == "abc")
    }

    @Test(
        "is none that HTTP could not carry",
        arguments: [
            "", "\nabc", "a b", "a\u{7F}", "schlüssel", "<configuration></configuration>",
            "<configuration><gui><apikey></apikey></gui></configuration>", "<configuration><apikey>abc",
        ])
    func unusable(text: String) {
        #expect(SyncthingKey.key(in: text) == nil)
    }

    @Test("is read from its file at each use")
    func file() async throws {
        try await withTemporaryFolder { folder in
            let key = SyncthingKey.file(folder.path(of: "key"))
            let missing = #expect(throws: SyncthingError.self) { try key.value() }
            #expect(missing?.description.contains("\(folder.path(of: "key")), which cannot be read: No such") == true)
            try folder.write(Array("bad key".utf8), to: "key")
            let bad = #expect(throws: SyncthingError.self) { try key.value() }
            #expect(bad?.description.hasSuffix(", in which there is no API key") == true)
            try folder.write(Array("one\n".utf8), to: "key")
            #expect(try key.value() == "one")
            try folder.write(Array("two\n".utf8), to: "key")
            #expect(try key.value() == "two")
        }
    }

    @Test("may be none, or given")
    func given() throws {
        #expect(try SyncthingKey.none.value() == nil)
        #expect(try SyncthingKey.text("abc").value() == "abc")
    }

    @Test("is not looked for in a folder")
    func folder() async throws {
        try await withTemporaryFolder { folder in
            _ = #expect(throws: SyncthingError.self) { try SyncthingKey.file(folder.path).value() }
        }
    }
}
