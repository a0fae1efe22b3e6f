import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Syncthing's patterns")
struct SyncthingPatternsTests {
    private let ours = "(?d).photo-factory*"

    @Test(
        "get ours at their end, once, and keep all others",
        arguments: [
            ("", "(?d).photo-factory*\n"), ("*.tmp\n", "(?d).photo-factory*\n"), ("*.tmp", "\n(?d).photo-factory*\n"),
            ("// (?d).photo-factory*\n", "(?d).photo-factory*\n"), ("(?d).photo-factory*", nil),
            ("*.tmp\r\n(?d).photo-factory*\r\n!x", nil),
        ] as [(String, String?)])
    func addition(patterns: String, expected: String?) {
        #expect(SyncthingPatterns.addition(to: patterns.bytes) == expected.map(\.bytes))
    }

    @Test("are touched in a Syncthing folder only")
    func folders() async throws {
        try await withTemporaryFolder { files in
            let inbox = try Folder.open(files.path)
            try SyncthingPatterns.protect(inbox)
            #expect(files.entries() == [])
            try files.folder(".stfolder")
            try files.write("/private\n".bytes, to: ".stignore")
            for _ in 0..<2 { try SyncthingPatterns.protect(inbox) }
            #expect(try files.read(".stignore") == "/private\n\(ours)\n".bytes)
        }
    }

    @Test("that cannot be written are an error")
    func unwritable() async throws {
        try await withTemporaryFolder { files in
            try files.folder(".stfolder")
            try files.folder(".stignore")
            #expect(throws: FileError.self) { try SyncthingPatterns.protect(Folder.open(files.path)) }
        }
    }
}
