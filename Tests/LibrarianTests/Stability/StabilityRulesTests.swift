import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The rule of quiet")
struct StabilityRulesTests {
    private func stamp(_ files: TestFolder) throws -> FileStamp {
        try files.write([1], to: "a")
        // The modification time is what any program says it is, and proves nothing.
        try files.setModified("a", to: 5)
        return try #require(try Folder.open(files.path).stamp("a".bytes))
    }

    @Test("is kept when the last change of any kind is long enough ago")
    func quiet() async throws {
        try await withTemporaryFolder { files in
            let (rules, stamp) = (StabilityRules(quiet: .seconds(10)), try stamp(files))
            #expect(!rules.isProvenQuiet(stamp, now: stamp.changed))
            #expect(!rules.isProvenQuiet(stamp, now: stamp.changed.adding(.microseconds(9_999_999))))
            #expect(rules.isProvenQuiet(stamp, now: stamp.changed.adding(.seconds(10))))
            // A share whose clock is ahead.
            #expect(!rules.isProvenQuiet(stamp, now: stamp.changed.adding(.seconds(-100))))
        }
    }

    @Test("asks for nothing when the quiet time is 0")
    func none() async throws {
        try await withTemporaryFolder { files in
            let stamp = try stamp(files)
            #expect(StabilityRules(quiet: .zero).isProvenQuiet(stamp, now: stamp.changed.adding(.seconds(-100))))
        }
    }
}
