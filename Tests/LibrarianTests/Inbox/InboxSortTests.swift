import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The sort of something in the inbox")
struct InboxSortTests {
    @Test("comes from its name before its kind")
    func sort() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a")
            try files.makePipe("pipe")
            let folder = try Folder.open(files.path)
            let (file, pipe) = (try #require(try folder.stamp("a".bytes)), try #require(try folder.stamp("pipe".bytes)))
            guard case .file(let stamp) = InboxSort.of("a.jpg".bytes, file) else {
                Issue.record("a regular file is no file")
                return
            }
            #expect(stamp == file)
            #expect(reason(InboxSort.of(".a".bytes, file)) == "a hidden file")
            #expect(reason(InboxSort.of("a.jpg".bytes, pipe)) == "not a regular file")
            #expect(reason(InboxSort.of(".a".bytes, pipe)) == "a hidden file")
        }
    }

    private func reason(_ sort: InboxEntry.Sort) -> String? {
        if case .ignored(let reason) = sort { reason } else { nil }
    }
}
