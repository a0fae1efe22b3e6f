import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Notes about what stays in the inbox")
struct IntakeNotesTests {
    @Test("are taken of files that were read and are no photos, and of no others")
    func records() async throws {
        try await withSite { site in
            try site.inboxFiles.write([1, 2], to: "DCIM/a.txt")
            let folder = try site.inbox.folder("DCIM".bytes)
            let stamp = try #require(try folder.stamp("a.txt".bytes))
            let path = try #require(RelativePath("DCIM/a.txt"))
            let clock = SetClock()
            let records = IntakeNotes(inboxPath: "/inbox", clock: clock).records(of: [
                SettledFile(path: path, stamp: stamp, outcome: .ignored("text")),
                SettledFile(path: path, stamp: nil, outcome: .ignored("a hidden file")),
                SettledFile(path: path, stamp: stamp, outcome: .pending("")),
                SettledFile(path: path, stamp: stamp, outcome: .trouble("")),
            ])
            let expected = IntakeRecord(
                outcome: .ignored, originalPath: "/inbox/DCIM/a.txt", originalName: "a.txt", size: 2, fingerprint: nil,
                storedPath: nil, reason: "text", time: clock.now)
            #expect(records == [expected])
        }
    }
}
