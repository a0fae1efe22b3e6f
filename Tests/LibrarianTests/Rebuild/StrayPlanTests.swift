import FactoryCore
import Testing

@testable import librarian

@Suite("What becomes of a file that no row names")
struct StrayPlanTests {
    private func decide(_ path: [[UInt8]], _ original: String?, isThere: Bool) throws -> StrayPlan.Decision {
        StrayPlan.decide(try #require(RelativePath(components: path)), original: original, isThere: isThere)
    }

    private let path = ["2024", "2024-03-09", "a.jpg"].map { Array($0.utf8) }

    @Test("is recorded, takes over a row whose file is missing, or stays as a copy")
    func decides() throws {
        #expect(try decide(path, nil, isThere: false) == .adopt)
        #expect(try decide(path, "/s/Originals/2024/2024-03-09/b.jpg", isThere: false) == .relocate)
        let copy = try decide(path, "/s/Originals/2024/2024-03-09/b.jpg", isThere: true)
        #expect(
            copy
                == .leave(
                    "it has the same content as /s/Originals/2024/2024-03-09/b.jpg; remove it if nobody wants it there")
        )
    }

    @Test("is left where no row could name it")
    func leaves() throws {
        let elsewhere: [[[UInt8]]] = [
            [Array("a.jpg".utf8)], [Array("2024".utf8), Array("a.jpg".utf8)],
            [Array("2023".utf8), Array("2024-03-09".utf8), Array("a.jpg".utf8)],
            [Array("2024".utf8), Array("2024-03-09".utf8), [0xFF]],
        ]
        for path in elsewhere {
            guard case .leave = try decide(path, nil, isThere: false) else {
                Issue.record("\(path) is no place")
                continue
            }
        }
    }
}
