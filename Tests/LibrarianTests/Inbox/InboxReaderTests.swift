import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The reader of the inbox")
struct InboxReaderTests {
    private let clock = SetClock(SystemClock().now)

    private func reader(_ files: TestFolder, quiet: Duration = .seconds(10)) throws -> InboxReader {
        InboxReader(
            try Folder.open(files.path), quiet: quiet, incompleteAfter: .seconds(3600), clock: clock)
    }

    private func scan(_ reader: InboxReader) async throws -> Sifted {
        var all = Sifted()
        while let part = try await reader.scan(2) {
            all.stable += part.stable
            all.waiting += part.waiting
            all.settled += part.settled
        }
        return all
    }

    private func path(_ text: String) throws -> RelativePath { try #require(RelativePath(text)) }

    @Test("sorts a whole inbox in parts, and again from the beginning")
    func scans() async throws {
        try await withTemporaryFolder { files in
            for name in ["a.jpg", "b/c.jpg", "d.jpg", ".e"] { try files.write([1], to: name) }
            // Longer than any machine takes between two looks.
            let reader = try reader(files, quiet: .seconds(3600))
            for _ in 0..<2 {
                let sifted = try await scan(reader)
                #expect(Set(sifted.waiting.map(\.text)) == ["a.jpg", "b/c.jpg", "d.jpg"])
                #expect(sifted.settled.map(\.outcome) == [.ignored("a hidden file")])
                #expect(sifted.stable.isEmpty)
            }
            clock.advance(by: .seconds(60))
            #expect(try await reader.count() == 4)
            _ = await reader.nextDue()
            #expect(reader.waiting.count == 3)
        }
    }

    @Test("says of the last part of an inbox that nothing comes behind it")
    func last() async throws {
        try await withTemporaryFolder { files in
            for name in ["a.jpg", "b.jpg", "c.jpg"] { try files.write([1], to: name) }
            let reader = try reader(files, quiet: .zero)
            for _ in 0..<2 {
                var parts: [[Bool]] = []
                while let part = try await reader.scan(2) { parts.append([part.stable.count == 2, part.isLast]) }
                #expect(parts == [[true, false], [false, true]])
            }
        }
    }

    @Test("takes what has been quiet for long enough, or everything when no quiet is asked for")
    func quiet() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a.jpg")
            #expect(try await scan(reader(files, quiet: .zero)).stableFiles.map(\.path.text) == ["a.jpg"])
            let reader = try reader(files)
            try clock.set(.seconds(11), afterChangeOf: "a.jpg", in: files)
            let stable = try await scan(reader).stableFiles
            #expect(stable.map(\.path.text) == ["a.jpg"] && stable.map(\.stamp.size) == [1])
            _ = await reader.nextDue()
            #expect(reader.waiting.count == 0)
        }
    }

    @Test("says that a file has gone, be it taken away or replaced by a folder")
    func gone() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a.jpg")
            let reader = try reader(files)
            _ = try await scan(reader)
            try files.remove("a.jpg")
            try files.folder("a.jpg")
            let sifted = await reader.look(at: [try path("a.jpg"), try path("no/b.jpg")], areHints: false)
            #expect(sifted.settled.map(\.outcome) == [.vanished, .vanished])
            #expect(await reader.nextDue() == nil)
        }
    }

    @Test("counts what was only heard of as gone when it has been seen before, and else not at all")
    func heardOf() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a.jpg")
            let reader = try reader(files)
            _ = try await scan(reader)
            try files.remove("a.jpg")
            let sifted = await reader.look(at: [try path("a.jpg"), try path("b.jpg.part")], areHints: true)
            #expect(sifted.settled.map(\.path.text) == ["a.jpg"] && sifted.settled.map(\.outcome) == [.vanished])
        }
    }

    @Test("looks at each kind of unfinished business again at its own time")
    func remembers() async throws {
        try await withTemporaryFolder { files in
            let reader = try reader(files)
            let outcomes: [(String, FileOutcome, Duration?)] = [
                ("pending", .pending(""), .seconds(10)), ("trouble", .trouble(""), .seconds(60)),
                ("incomplete", .incomplete(""), .seconds(3600)), ("ignored", .ignored(""), nil),
                ("filed", .filed(1), nil), ("vanished", .vanished, nil),
            ]
            for (name, outcome, delay) in outcomes {
                try files.write([1], to: name)
                try clock.set(.zero, afterChangeOf: name, in: files)
                let stamp = try #require(try Folder.open(files.path).stamp(name.bytes))
                let file = SettledFile(path: try path(name), stamp: stamp, outcome: outcome)
                let start = ContinuousClock.now
                await reader.remember([file])
                let wait = await reader.nextDue().map { $0 - start }
                #expect(
                    wait.map { Int($0 / .seconds(1) + 1) / 10 } == delay.map { Int($0 / .seconds(1)) / 10 }, "\(name)")
                await reader.remember([SettledFile(path: file.path, stamp: nil, outcome: .vanished)])
            }
        }
    }

    @Test("does not give a file to be read again that was found to be no photo")
    func ignores() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a.txt")
            try clock.set(.seconds(11), afterChangeOf: "a.txt", in: files)
            let reader = try reader(files)
            let file = try #require(try await scan(reader).stableFiles.first)
            await reader.remember([SettledFile(path: file.path, stamp: file.stamp, outcome: .ignored("text"))])
            #expect(try await scan(reader).settled.map(\.outcome) == [.ignored("neither a photo nor a video")])
            try files.write([1, 2], to: "a.txt")
            #expect(try await scan(reader).settled.isEmpty)
        }
    }

    /// Even without a quiet time a file that keeps changing is not read over and over.
    private func aMomentLaterIsDue(_ reader: InboxReader, since start: ContinuousClock.Instant) async throws {
        #expect(try #require(await reader.nextDue()) > start + .milliseconds(900))
        try await eventually("it is due") { await reader.due().count == 1 }
    }

    /// A file that is due for ever would keep the service awake for ever.
    @Test("lets nothing be due for ever whose name stands for no file any more")
    func replacedByLink() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a.jpg")
            let reader = try reader(files, quiet: .nanoseconds(1))
            let start = ContinuousClock.now
            await reader.remember([try settled("a.jpg", in: files, .pending("it is still changing"))])
            try await aMomentLaterIsDue(reader, since: start)
            try files.remove("a.jpg")
            try files.makeSymbolicLink("a.jpg", to: "/does/not/exist")
            let settled = await reader.look(at: reader.due(), areHints: true).settled
            #expect(settled.map(\.outcome) == [.ignored("not a regular file")])
            #expect(await reader.due().isEmpty)
        }
    }

    @Test("tries a file in a folder that cannot be opened again after a minute, not at once")
    func unreadable() async throws {
        try await withTemporaryFolder { files in
            try files.folder("sub")
            let reader = try reader(files, quiet: .nanoseconds(1))
            // A name that no file system takes stands for a folder that answers with an error.
            let long = RelativePath(components: [Array(repeating: 0x78, count: 300), "a.jpg".bytes])
            let stamp = try #require(try Folder.open(files.path).stamp("sub".bytes))
            let odd = SettledFile(path: try #require(long), stamp: stamp, outcome: .pending(""))
            let start = ContinuousClock.now
            await reader.remember([odd])
            try await aMomentLaterIsDue(reader, since: start)
            let sifted = await reader.look(at: reader.due(), areHints: true)
            guard case .trouble? = sifted.settled.first?.outcome else {
                Issue.record("the folder was expected to be unreadable")
                return
            }
            #expect(await reader.due().isEmpty)
            #expect(try #require(await reader.nextDue()) > .now + .seconds(30))
        }
    }

    private func settled(_ name: String, in files: TestFolder, _ outcome: FileOutcome) throws -> SettledFile {
        let path = try path(name)
        let stamp = try Folder.open(files.path).folder(path.folders).stamp(path.name)
        return SettledFile(path: path, stamp: stamp, outcome: outcome)
    }
}
