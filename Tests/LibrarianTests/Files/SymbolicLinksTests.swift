import TestSupport
import Testing

@testable import librarian

@Suite("Where a path really leads")
struct SymbolicLinksTests {
    @Test("is told without symbolic links, also of what does not exist yet")
    func resolves() async throws {
        try await withTemporaryFolder { files in
            try files.folder("real")
            try files.makeSymbolicLink("link", to: files.path(of: "real"))
            for end in ["", "/new", "/new/below", "/new/below/that"] {
                #expect(SymbolicLinks.resolved(files.path(of: "link\(end)")) == files.path(of: "real\(end)"))
            }
        }
    }

    @Test("is the path itself where nothing of it exists", arguments: ["/", "/nothing-here", "/nothing-here/below"])
    func unknown(path: String) {
        #expect(SymbolicLinks.resolved(path) == path)
    }
}
