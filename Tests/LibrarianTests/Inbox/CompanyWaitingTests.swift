import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Files of the inbox that wait for their company")
struct CompanyWaitingTests {
    private let clock = SetClock(SystemClock().now)

    private func reader(_ files: TestFolder, groupAfter: Duration) throws -> InboxReader {
        InboxReader(
            try Folder.open(files.path), quiet: .seconds(10), incompleteAfter: .seconds(3600), groupAfter: groupAfter,
            clock: clock)
    }

    private func scan(_ reader: InboxReader) async throws -> Sifted {
        var all = Sifted()
        while let part = try await reader.scan(2) {
            all.stable += part.stable
            all.waiting += part.waiting
        }
        return all
    }

    /// Leaves the video of a quiet pair as one that lacks its end.
    private func hold(_ reader: InboxReader, _ files: TestFolder) async throws {
        try clock.set(.seconds(11), afterChangeOf: "a.mov", in: files)
        let video = try #require(try await scan(reader).stableFiles.first { $0.path.text == "a.mov" })
        await reader.remember([
            SettledFile(path: video.path, stamp: video.stamp, outcome: .incomplete("it ends inside a box"))
        ])
    }

    @Test("go together once all are quiet")
    func together() async throws {
        try await withTemporaryFolder { files in
            for name in ["a.jpg", "a.mov", "b.jpg"] { try files.write([1], to: name) }
            try clock.set(.seconds(11), afterChangeOf: "b.jpg", in: files)
            let groups = try await scan(reader(files, groupAfter: .seconds(60))).stable
            #expect(Set(groups.map { Set($0.files.map(\.path.text)) }) == [["a.jpg", "a.mov"], ["b.jpg"]])
        }
    }

    @Test("are held without being looked at over and over, and no longer than they are told")
    func held() async throws {
        try await withTemporaryFolder { files in
            for name in ["a.jpg", "a.mov"] { try files.write([1], to: name) }
            let reader = try reader(files, groupAfter: .seconds(13))
            try await hold(reader, files)

            let held = try await scan(reader)
            #expect(held.stable.isEmpty && Set(held.waiting.map(\.text)) == ["a.jpg", "a.mov"])
            #expect(try #require(await reader.nextDue()) > .now + .milliseconds(200))

            try await Task.sleep(for: .seconds(2))
            clock.advance(by: .seconds(2))
            let free = try await scan(reader)
            #expect(free.waiting.map(\.text) == ["a.mov"])
        }
    }

    @Test("do not wait at all where nothing is to be waited for")
    func impatient() async throws {
        try await withTemporaryFolder { files in
            for name in ["a.jpg", "a.mov"] { try files.write([1], to: name) }
            let reader = try reader(files, groupAfter: .zero)
            try await hold(reader, files)
            let sifted = try await scan(reader)
            #expect(sifted.stableFiles.map(\.path.text) == ["a.jpg"] && sifted.waiting.map(\.text) == ["a.mov"])
        }
    }
}
