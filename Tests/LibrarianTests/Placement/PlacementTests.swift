import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("A placement's intent")
struct PlacementTests {
    private func intent(_ file: PreparedFile) throws -> FilingIntent {
        let to = try #require(OriginalPath(text: "2024/2024-03-09/b.jpg"))
        return Placement(file: file, to: to, purpose: .file).intent
    }

    @Test("says all that is needed to finish the filing and to explain it")
    func intent() async throws {
        try await withSite { site in
            let file = try site.arrive("DCIM/a.jpg", "four")
            let intent = try intent(file)
            #expect(intent.from == site.inboxFiles.path(of: "DCIM/a.jpg") && intent.fromBytes == nil)
            #expect(intent.to == "2024/2024-03-09/b.jpg")
            #expect(intent.fingerprint == (try .of("four")) && intent.size == 4)
            #expect(intent.modified == file.stamp.modified && intent.metadata == file.metadata)
        }
    }

    @Test("keeps the exact bytes of a path that is no text")
    func rawName() async throws {
        try await withSite { site in
            try site.inboxFiles.write([1], toRawName: [0xFF, 0x0A, 0x61])
            let path = try #require(RelativePath(components: [[0xFF, 0x0A, 0x61]]))
            let file = try site.inbox.openFile(path.name)
            let prepared = PreparedFile(
                path: path, folder: site.inbox, file: file, stamp: try file.stamp("a"), fingerprint: try .of("x"),
                metadata: try .taken(on: "2024-03-09"), problem: nil)
            #expect(try intent(prepared).fromBytes == "ff0a61")
            #expect(try intent(prepared).from == "\(site.inboxFiles.path)/%FF\na")
        }
    }
}
