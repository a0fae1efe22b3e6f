import FactoryCore
import TestSupport
import Testing

@testable import backup

@Suite("Names in rclone's lists")
struct NameRulesTests {
    private func path(_ bytes: [UInt8]) throws -> RelativePath {
        try #require(RelativePath(components: [Array("2024".utf8), Array("2024-03-09".utf8), bytes]))
    }

    @Test(
        "stand there as they are",
        arguments: [
            "a.jpg", " a.jpg", "a.jpg ", "#a.jpg", ";a.jpg", "\"a\".jpg", "it's.jpg", "*.jpg", "{a,b}.jpg", "[a].jpg",
            "back\\slash.jpg", "-a.jpg", "a:b.jpg", "...", "é.jpg", "e\u{301}.jpg", "\u{2028}.jpg", "\u{2400}.jpg",
            "：.jpg",
        ])
    func fit(_ name: String) throws {
        #expect(try Array(NameRules.listed(path(Array(name.utf8))).utf8) == Array("2024/2024-03-09/\(name)".utf8))
    }

    @Test(
        "or are refused for a reason, for good",
        arguments: [
            (Array("a\nb".utf8), "line break"), (Array("a\r".utf8), "line break"), (Array("a\tb".utf8), "control"),
            ([97, 0x7F], "control"), ([97, 0xFF], "no UTF-8"), (Array("\u{201B}".utf8), "U+201B"),
        ] as [([UInt8], String)])
    func unfit(_ name: [UInt8], _ reason: String) throws {
        let failure = try #require(throws: WorkFailure.self) { try NameRules.listed(path(name)) }
        #expect(failure.reason.contains(reason) && !failure.isPassing, "\(failure)")
    }
}
