import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The reader of contents")
struct ContentReaderTests {
    @Test(
        "agrees with sha256sum about files of every size around its block's",
        arguments: [0, 1, 262_143, 262_144, 600_001])
    func agrees(size: Int) async throws {
        try await withTemporaryFolder { files in
            try files.write((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }, to: "a")
            let expected = try await Fingerprints.sha256(of: "a", in: files)
            let file = try Folder.open(files.path).openFile("a".bytes)
            try check(file, expected, size)
        }
    }

    private func check(_ file: OpenFile, _ expected: String, _ size: Int) throws {
        let reader = try ContentReader()
        for answer in [
            try reader.fingerprint(of: file, "a"),
            try #require(try reader.fingerprint(of: file, "a", unless: StopSignal())),
            try #require(try reader.fingerprintOnDisk(of: file, "a", unless: StopSignal())),
        ] {
            #expect(answer.fingerprint.hex == expected && answer.size == size)
        }
    }

    @Test("gives the first bytes, of which there may be fewer")
    func head() async throws {
        try await withTemporaryFolder { files in
            try files.write([1, 2, 3], to: "short")
            try files.write(Array(repeating: 7, count: 300_000), to: "long")
            let folder = try Folder.open(files.path)
            let reader = try ContentReader()
            #expect(try reader.head(of: folder.openFile("short".bytes), "short").bytes == [1, 2, 3])
            let head = try reader.head(of: folder.openFile("long".bytes), "long")
            #expect(head.bytes == ArraySlice(repeating: 7, count: 80 * 1024))
        }
    }

    @Test("reads a file's head once, unless it has read something else since")
    func headIsKept() async throws {
        try await withTemporaryFolder { files in
            let contents = [UInt8](unsafeUninitializedCapacity: 300_000) { bytes, count in
                for index in 0..<300_000 { bytes[index] = UInt8(truncatingIfNeeded: index * index) }
                count = 300_000
            }
            try files.write(contents, to: "a")
            try files.write([1], to: "b")
            let folder = try Folder.open(files.path)
            let (one, other) = (try folder.openFile("a".bytes), try folder.openFile("b".bytes))
            let reader = try ContentReader()
            let never = StopSignal()
            let whole = try reader.fingerprint(of: one, "a").fingerprint

            let number = try reader.head(of: one, "a").number
            // What is not read again cannot have changed: the first bytes are the old ones, what follows is read now.
            try files.write([9] + contents.dropFirst().dropLast() + [9], to: "a")
            let mixed = try #require(try reader.fingerprint(of: one, "a", head: number, unless: never))
            let later = try #require(try reader.fingerprint(of: one, "a", head: number, unless: never))
            #expect(mixed.fingerprint != whole && mixed.fingerprint != later.fingerprint)
            #expect(later.fingerprint == (try reader.fingerprint(of: one, "a").fingerprint))

            let head = try reader.head(of: one, "a")
            _ = try reader.head(of: other, "b")
            #expect(head.bytes.first == 9 && head.bytes.count == 80 * 1024, "whoever has it keeps it")
            let again = try #require(try reader.fingerprint(of: one, "a", head: head.number, unless: never))
            #expect(again.fingerprint == later.fingerprint)
        }
    }

    @Test("stops when it is told to")
    func stops() async throws {
        try await withTemporaryFolder { files in
            try files.write([1], to: "a")
            let stop = StopSignal()
            stop.set()
            let file = try Folder.open(files.path).openFile("a".bytes)
            #expect(try ContentReader().fingerprint(of: file, "a", unless: stop) == nil)
            #expect(try ContentReader().fingerprintOnDisk(of: file, "a", unless: stop) == nil)
        }
    }

    @Test("says which file it cannot read")
    func unreadable() async throws {
        try await withTemporaryFolder { files in
            try files.folder("sub")
            let file = try Folder.open(files.path).openFile("sub".bytes)
            let error = #expect(throws: FileError.self) { try ContentReader().fingerprint(of: file, "the folder") }
            #expect(error.map { "\($0)" } == "cannot read the folder: Is a directory")
        }
    }
}
