import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Originals that vanish in numbers")
struct MissingOriginalsTests {
    private func path(_ number: Int) throws -> OriginalPath {
        try #require(OriginalPath(text: "2024/2024-03-09/\(number).jpg"))
    }

    private func objection(missing: Int, found: Int, limit: Int) throws -> String? {
        var originals = MissingOriginals(limit: limit)
        for number in 0..<found { originals.note(try path(number + 1000), isMissing: false) }
        for number in 0..<missing { originals.note(try path(number), isMissing: true) }
        return originals.objection
    }

    @Test(
        "are too many from a limit on, unless as many were found, of the last hundred",
        arguments: [
            (2, 0, 3, false), (3, 0, 3, true), (3, 3, 3, false), (4, 3, 3, true), (30, 0, 0, false),
            (51, 200, 20, true), (50, 200, 20, false),
        ])
    func rule(missing: Int, found: Int, limit: Int, isObjected: Bool) throws {
        #expect(try (objection(missing: missing, found: found, limit: limit) != nil) == isObjected)
    }

    @Test("stop everything before anything is moved, and no longer as soon as one is back")
    func stops() async throws {
        try await withArchive { archive in
            let (site, committer) = (archive.site, try archive.committer(missingLimit: 3))
            let names = ["a", "b", "c", "d"]
            try await archive.file(names.map { try site.arrive($0, $0) }, by: committer)
            try site.storageFiles.rename("Originals/2024", to: "elsewhere")
            let again = try names.map { try site.arrive("copy of \($0)", $0) }
            let new = try site.arrive("new", "new")
            for _ in 0..<2 {
                let obstacle = await #expect(throws: Obstacle.self) { try await committer.file(again + [new]) }
                #expect(obstacle?.description.contains(" originals that were looked for are missing") == true)
            }
            #expect(try site.inboxFiles.files().count == 5 && site.originalFiles.files() == [])
            try site.storageFiles.rename("elsewhere", to: "Originals/2024")
            let outcomes = try await archive.file(again + [new], by: committer)
            #expect(outcomes.values.count { $0 == .duplicate } == 4 && outcomes["new"] == .filed(3))
        }
    }
}
