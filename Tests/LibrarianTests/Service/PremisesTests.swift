import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The premises")
struct PremisesTests {
    private func premises(_ root: TestFolder, inbox: String, storage: String) throws -> Premises {
        let environment = ["FACTORY_ROOT": root.path, "PHOTOS_INBOX": inbox, "STORAGE": storage]
        return try Premises(FactorySettings(Settings(flags: [:], environment: environment)))
    }

    @Test("are an inbox that exists and a storage that is made")
    func opens() async throws {
        try await withTemporaryFolder { root in
            try root.folder("in")
            let premises = try premises(root, inbox: "in", storage: "out")
            #expect(premises.inbox.path == root.path(of: "in") && premises.storage.path == root.path(of: "out"))
            #expect(TestFolder(root.path(of: "out")).entries() == ["Originals"])
        }
    }

    @Test("are refused without an inbox, and with a storage that cannot be made")
    func missing() async throws {
        try await withTemporaryFolder { root in
            let error = #expect(throws: StartupError.self) { try premises(root, inbox: "in", storage: "out") }
            #expect(error?.description.hasPrefix("PHOTOS_INBOX: cannot open the folder \(root.path)/in") == true)
            try root.folder("in")
            let other = #expect(throws: StartupError.self) { try premises(root, inbox: "in", storage: "no/out") }
            #expect(other?.description.hasPrefix("STORAGE: cannot make the folder") == true)
        }
    }

    @Test(
        "are refused when one contains the other, also by way of a link",
        arguments: [("in", "in"), ("in", "in/out"), ("out/in", "out"), ("in", "link/out"), ("in", "link")])
    func nested(inbox: String, storage: String) async throws {
        try await withTemporaryFolder { root in
            try root.folder(inbox)
            if storage.hasPrefix("link") { try root.makeSymbolicLink("link", to: root.path(of: "in")) }
            let error = #expect(throws: StartupError.self) { try premises(root, inbox: inbox, storage: storage) }
            #expect(error?.description.hasSuffix("must not contain each other") == true)
        }
    }

    @Test("may lie beside each other under names that begin alike")
    func alike() async throws {
        try await withTemporaryFolder { root in
            try root.folder("photos")
            _ = try premises(root, inbox: "photos", storage: "photos-storage")
        }
    }
}
