import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The file with the vault id")
struct VaultFileTests {
    private let name = ".photo-factory-vault"
    private let id = VaultID.random()

    @Test("is written whole, and read by its first line alone")
    func roundTrip() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            #expect(try VaultFile.read(in: folder) == nil)
            try VaultFile.write(id, in: folder)
            #expect(try files.read(name) == "\(id)\n".bytes)
            #expect(files.entries() == [name] && files.facts(name)?.permissions == 0o644)
            try files.append("whatever\nelse".bytes, to: name)
            #expect(try VaultFile.read(in: folder)?.id == id)
        }
    }

    @Test("is read however its first line ends", arguments: ["", "\n", "\r\n", "\r\nlibrarian"])
    func lineEnds(end: String) async throws {
        try await withTemporaryFolder { files in
            try files.write("\(id)\(end)".bytes, to: name)
            #expect(try VaultFile.read(in: Folder.open(files.path))?.id == id)
        }
    }

    @Test("is never replaced by another id, unless that is wanted")
    func noReplace() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            try VaultFile.write(id, in: folder)
            let error = #expect(throws: FileError.self) { try VaultFile.write(.random(), in: folder) }
            #expect(error?.isTaken == true)
            #expect(try VaultFile.read(in: folder)?.id == id && files.entries() == [name])
            let other = VaultID.random()
            try VaultFile.write(other, in: folder, isReplacing: true)
            #expect(try VaultFile.read(in: folder)?.id == other && files.entries() == [name])
        }
    }

    @Test("is refused when it holds no id", arguments: ["", "\n", "no id\n", "0123456789ABCDEF0123456789ABCDEF\n"])
    func damaged(text: String) async throws {
        try await withTemporaryFolder { files in
            try files.write(text.bytes, to: name)
            let obstacle = #expect(throws: Obstacle.self) { try VaultFile.read(in: Folder.open(files.path)) }
            #expect(obstacle?.description.contains("\(files.path)/\(name)") == true)
        }
    }

    @Test("is not looked for behind a link")
    func link() async throws {
        try await withTemporaryFolder { files in
            try files.write("\(id)\n".bytes, to: "elsewhere")
            try files.makeSymbolicLink(name, to: files.path(of: "elsewhere"))
            #expect(throws: FileError.self) { try VaultFile.read(in: Folder.open(files.path)) }
        }
    }
}
