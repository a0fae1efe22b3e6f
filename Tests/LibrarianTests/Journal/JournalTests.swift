import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The journal")
struct JournalTests {
    private static let first = "Journal/librarian/00000001.jsonl"
    private static let second = "Journal/librarian/00000002.jsonl"

    private func outcomes(_ numbers: ClosedRange<Int>) -> [JournalEvent] {
        numbers.map { .outcome(segment: 9, line: $0, .filed, note: nil) }
    }

    /// All events behind a position, as the numbers that `outcomes` gave them.
    private func numbers(_ journal: Journal, after position: JournalPosition? = nil) async throws -> [[Int]] {
        var all: [[Int]] = []
        try await journal.forEachSegment(after: position) { found, _ in
            all.append(found.map { if case .outcome(_, let line, _, _) = $0.event { line } else { 0 } })
        }
        return all
    }

    private func lines(_ site: Site, _ name: String = first) throws -> [String] {
        String(decoding: try site.storageFiles.read(name), as: UTF8.self).split(separator: "\n").map { String($0) }
    }

    @Test("goes on where it ended, each line chained to the one before")
    func chain() async throws {
        try await withSite { site in
            let positions = try site.journal().append(outcomes(1...2))
            let journal = try site.journal()
            #expect(journal.damages == [] && journal.end == positions.last)
            try journal.append(outcomes(3...3))
            try journal.sync()
            #expect(try await numbers(journal) == [[1, 2, 3]])
            #expect(try await numbers(journal, after: positions[0]) == [[2, 3]])
            #expect(try await numbers(journal, after: journal.end) == [[]])
            let lines = try lines(site)
            let previous = lines.map { JournalLine.decoded($0.bytes)?.previous }
            #expect(previous == [Fingerprint(number: 1), try .of(lines[0]), try .of(lines[1])])
            #expect(positions.map(\.hash) == [try .of(lines[0]), try .of(lines[1])])
        }
    }

    @Test("sets a torn end aside, whatever it is made of, and goes on behind the last whole line")
    func tornTail() async throws {
        for tail in ["{\"at\":\"2024", "\0\0\0\0\0\0", "\n", "{}\n", "garbage\n\0\0"] {
            try await withSite { site in
                let end = try site.journal().append(outcomes(1...2)).last
                let good = try site.storageFiles.read(Self.first)
                try site.storageFiles.append(tail.bytes, to: Self.first)
                let journal = try site.journal()
                #expect(journal.damages == [] && journal.end == end)
                #expect(try site.storageFiles.read(Self.first) == good)
                #expect(try site.storageFiles.read("\(Self.first).torn-\(good.count)") == tail.bytes)
                try journal.append(outcomes(3...3))
                #expect(try await numbers(journal) == [[1, 2, 3]])
            }
        }
    }

    @Test("is whole after a cut at any byte, but for the lines that are missing")
    func everyCut() async throws {
        try await withSite { site in
            try site.journal().append(outcomes(1...2))
            let whole = try site.storageFiles.read(Self.first)
            let firstLine = try #require(whole.firstIndex(of: 10)) + 1
            for length in stride(from: 0, through: whole.count, by: 7) {
                try site.storageFiles.write(Array(whole.prefix(length)), to: Self.first)
                let journal = try site.journal()
                #expect(journal.damages == [])
                #expect(journal.end.line == (length == whole.count ? 2 : length >= firstLine ? 1 : 0), "\(length)")
            }
        }
    }

    @Test("names the line that was damaged, keeps the segment as it is and begins a new one", arguments: [1, 2, 3])
    func damage(line: Int) async throws {
        try await withSite { site in
            try site.journal().append(outcomes(1...4))
            var lines = try lines(site)
            lines[line - 1] = lines[line - 1].split(separator: "filed", omittingEmptySubsequences: false).joined(
                separator: "filet")
            let damaged = (lines.joined(separator: "\n") + "\n").bytes
            try site.storageFiles.write(damaged, to: Self.first)

            let journal = try site.journal()
            let path = site.storageFiles.path(of: Self.first)
            #expect(
                journal.damages == ["the journal \(path) is damaged in line \(line)"])
            #expect(try site.storageFiles.read(Self.first) == damaged)
            try journal.append(outcomes(5...5))
            #expect(journal.end.segment == 2 && journal.end.line == 1)
            #expect(try await numbers(journal) == [(1...4).filter { $0 != line }, [5]])
        }
    }

    @Test("goes on to name the damaged line after a restart, until the segment is whole again")
    func damageIsRemembered() async throws {
        try await withSite { site in
            try site.journal().append(outcomes(1...4))
            let whole = try site.storageFiles.read(Self.first)
            let damaged = String(decoding: whole, as: UTF8.self).replacing("\"line\":2", with: "\"line\":7").bytes
            try site.storageFiles.write(damaged, to: Self.first)
            for _ in 0..<3 {
                let damages = try site.journal().damages
                #expect(damages.count == 1 && damages[0].hasSuffix("is damaged in line 2"))
            }
            try site.storageFiles.write(whole, to: Self.first)
            for _ in 0..<2 { #expect(try site.journal().damages == []) }
        }
    }

    @Test("begins a new segment when the old one is full, and reads through all of them")
    func segments() async throws {
        try await withSite { site in
            let journal = try site.journal(segmentLimit: 1)
            for number in 1...3 { try journal.append(outcomes(number...number)) }
            #expect(journal.end.segment == 3 && journal.end.line == 1)
            #expect(try await numbers(journal) == [[1], [2], [3]])
            let first = try #require(JournalLine.decoded(lines(site, Self.second)[0].bytes))
            #expect(first.line == 1 && first.previous == Fingerprint(number: 2))
            let second = JournalPosition(segment: 2, line: 1, hash: try .of(lines(site, Self.second)[0]))
            #expect(try await numbers(journal, after: second) == [[], [3]])
            #expect(try journal.holds(second))
        }
    }

    @Test("does not take a segment for another that was copied over it")
    func swapped() async throws {
        try await withSite { site in
            let journal = try site.journal(segmentLimit: 1)
            for number in 1...2 { try journal.append(outcomes(number...number)) }
            try site.storageFiles.write(site.storageFiles.read(Self.first), to: Self.second)
            #expect(try await numbers(journal) == [[1], []])
        }
    }

    @Test("knows whether a position is one of its own")
    func holds() async throws {
        try await withSite { site in
            let journal = try site.journal()
            let positions = try journal.append(outcomes(1...2))
            #expect(try positions.allSatisfy { try journal.holds($0) })
            let beginning = JournalPosition(segment: 1, line: 0, hash: Fingerprint(number: 1))
            #expect(try journal.holds(beginning))
            for (segment, line) in [(1, 1), (1, 3), (2, 2), (0, 0)] {
                #expect(try !journal.holds(JournalPosition(segment: segment, line: line, hash: positions[1].hash)))
            }
            #expect(site.storageFiles.entries() == ["Journal"])
            #expect(!site.storageFiles.holds(Self.second), "asking made a segment")
        }
    }

    @Test(
        "does not leave half a line behind when the storage is full, and goes on when it has room",
        .enabled("\(MountNamespace.absence)") { await MountNamespace.isAvailable() })
    func full() async throws {
        try await withSmallFileSystem(kilobytes: 64) { system in
            let storage = system.folder
            let site = try Site(inbox: storage, storage: storage)
            let journal = try site.journal()
            try journal.append(outcomes(1...1))
            try storage.write([UInt8](repeating: 0, count: 4096), to: "ballast")
            let long = JournalEvent.outcome(segment: 9, line: 2, .filed, note: String(repeating: "x", count: 100_000))
            let error = #expect(throws: FileError.self) { try journal.append([long]) }
            #expect(error?.concernsStorage == true)
            #expect(journal.end.line == 1)
            try storage.remove("ballast")
            try journal.append(outcomes(3...3))
            #expect(try await numbers(journal) == [[1, 3]])
        }
    }
}
