import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The inbox's lock")
struct InboxLockTests {
    private let name = ".photo-factory-vault"
    private let id = VaultID.random()

    @Test("keeps a second librarian out, names the first, and leaves the id alone")
    func second() async throws {
        try await withTemporaryFolder { files in
            let inbox = try Folder.open(files.path)
            try VaultFile.write(id, in: inbox)
            do {
                let lock = try InboxLock.take(inbox, holder: "librarian 'first', process 12")
                #expect(try lock.holds(VaultFile.read(in: inbox), of: inbox))
                #expect(try files.read(name) == "\(id)\nlibrarian 'first', process 12\n".bytes)
                let error = #expect(throws: StartupError.self) { try InboxLock.take(inbox, holder: "second") }
                #expect(
                    error?.description
                        == "another librarian works on the inbox \(files.path) already (librarian 'first', process 12)")
            }
            _ = try InboxLock.take(inbox, holder: "2")
            #expect(try files.read(name) == "\(id)\n2\n".bytes)
        }
    }

    @Test("is on the inbox itself where there is no id")
    func folder() async throws {
        try await withTemporaryFolder { files in
            let inbox = try Folder.open(files.path)
            do {
                let lock = try InboxLock.take(inbox, holder: "first")
                #expect(try lock.holds(nil, of: inbox))
                let error = #expect(throws: StartupError.self) { try InboxLock.take(inbox, holder: "second") }
                #expect(error?.description == "another librarian works on the inbox \(files.path) already")
            }
            _ = try InboxLock.take(inbox, holder: "second")
            #expect(files.entries() == [])
        }
    }

    @Test("is noticed to be on a file that was replaced")
    func replaced() async throws {
        try await withTemporaryFolder { files in
            let inbox = try Folder.open(files.path)
            try VaultFile.write(id, in: inbox)
            let lock = try InboxLock.take(inbox, holder: "first")
            try VaultFile.write(id, in: inbox, isReplacing: true)
            #expect(try !lock.holds(VaultFile.read(in: inbox), of: inbox))
        }
    }
}
