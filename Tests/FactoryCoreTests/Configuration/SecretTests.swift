import FactoryCore
import TestSupport
import Testing

@Suite("A secret")
struct SecretTests {
    @Test("is the value itself before any file")
    func valueFirst() throws {
        let settings = Settings(flags: [:], environment: ["PGPASSWORD": "open", "PGPASSWORD_FILE": "/no/such/file"])
        #expect(try settings.secret("PGPASSWORD") == "open")
    }

    @Test(
        "is the first line of its file, however that ends",
        arguments: ["sesame", "sesame\n", "sesame\r\n", "sesame\nsecond line\n"])
    func firstLine(contents: String) async throws {
        #expect(try await secret(Array(contents.utf8)) == "sesame")
    }

    @Test("keeps the blanks around it")
    func blanks() async throws {
        #expect(try await secret(Array(" pass word \n".utf8)) == " pass word ")
    }

    @Test("may be as long as the limit and no longer")
    func limit() async throws {
        let long = [UInt8](repeating: 97, count: 4096)
        #expect(try await secret(long)?.utf8.count == 4096)
        await expectRefusal { try await secret(long + [97]) }
    }

    @Test("is not an empty line", arguments: ["", "\n", "\r\n", "\nsesame\n"])
    func empty(contents: String) async {
        await expectRefusal { try await secret(Array(contents.utf8)) }
    }

    @Test("is not in a folder, nor in a file that is missing")
    func unreadable() async throws {
        try await withTemporaryFolder { folder in
            await expectRefusal { try secret(at: folder.path) }
            let missing = folder.path(of: "missing")
            let error = #expect(throws: SettingsError.self) { try secret(at: missing) }
            #expect(error?.key == "PGPASSWORD_FILE")
            #expect(error?.reason.contains("\(missing), which cannot be read: No such file or directory") == true)
        }
    }

    private func expectRefusal(_ read: () async throws -> String?) async {
        let error = await #expect(throws: SettingsError.self) { try await read() }
        #expect(error?.key == "PGPASSWORD_FILE")
    }

    private func secret(_ contents: [UInt8]) async throws -> String? {
        try await withTemporaryFolder { folder in
            try folder.write(contents, to: "secret")
            return try secret(at: folder.path(of: "secret"))
        }
    }

    private func secret(at path: String) throws -> String? {
        try Settings(flags: [:], environment: ["PGPASSWORD": "", "PGPASSWORD_FILE": path]).secret("PGPASSWORD")
    }
}
