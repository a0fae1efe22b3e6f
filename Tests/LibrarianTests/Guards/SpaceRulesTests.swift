import FactoryCore
import Testing

@testable import librarian

@Suite("The floor of free space")
struct SpaceRulesTests {
    private static let mebibyte = 1 << 20

    @Test(
        "is a twentieth of the file system, at most 512 MiB, or the owner's",
        arguments: [
            (100, nil, 5), (10_240, nil, 512), (10_000, nil, 500), (4_000_000, nil, 512), (100, 7, 7), (100, 0, 0),
            (4_000_000, 100_000, 100_000),
        ] as [(Int, Int?, Int)])
    func floor(total: Int, megabytes: Int?, expected: Int) {
        let space = FileSystemSpace(total: total * Self.mebibyte, free: 0)
        #expect(SpaceRules.floor(of: space, megabytes: megabytes) == expected * Self.mebibyte)
    }

    @Test("is objected to only below it, by path, room and floor")
    func objection() {
        func objection(_ free: Int, total: Int = 4_000_000_000, megabytes: Int? = 100) -> String? {
            SpaceRules.objection(to: FileSystemSpace(total: total, free: free), path: "/out", megabytes: megabytes)
        }
        #expect(objection(100 * Self.mebibyte) == nil)
        #expect(
            objection(100 * Self.mebibyte - 1)
                == "STORAGE (/out) has 99 MiB free, less than the 100 MiB that must stay: make room, and filing goes on"
        )
        #expect(objection(2048)?.contains("has 2 KiB free") == true)
        #expect(objection(0, megabytes: 0) == nil)
        #expect(objection(0, total: 0) == nil, "the file system tells nothing")
    }
}
