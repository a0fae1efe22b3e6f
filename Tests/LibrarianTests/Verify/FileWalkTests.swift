import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The walk through stored files")
struct FileWalkTests {
    private func withFiles(_ names: [String], _ body: (TestFolder, Folder) throws -> Void) async throws {
        try await withTemporaryFolder { files in
            for name in names { try files.write([1], to: name) }
            try body(files, Folder.open(files.path))
        }
    }

    private func visits(_ walk: FileWalk) -> [String] {
        var (walk, all) = (walk, [String]())
        while let visit = walk.next() {
            let folder = visit.folder.map { FileName.text($0) }.joined(separator: "/")
            all.append("\(folder): \(visit.files.map { FileName.text($0.name) }.sorted().joined(separator: " "))")
        }
        return all
    }

    private let names = ["z", "2021/b/1", "2021/b/2", "2021/a/3", "2020/c/4", "2021-x/5", "2021/6"]
    private let all = [": z", "2020: ", "2020/c: 4", "2021: 6", "2021/a: 3", "2021/b: 1 2", "2021-x: 5"]

    @Test("goes through folders in the order of their names, each before those in it")
    func order() async throws {
        try await withFiles(names) { _, folder in #expect(visits(FileWalk(folder)) == all) }
    }

    @Test("is gone on with behind any folder")
    func goesOn() async throws {
        try await withFiles(names) { _, folder in
            for (index, visit) in all.enumerated() {
                let done = visit.split(separator: ":", omittingEmptySubsequences: false)[0]
                    .split(separator: "/").map { Array($0.utf8) }
                #expect(visits(FileWalk(folder, after: done)) == Array(all[(index + 1)...]), "\(visit)")
            }
        }
    }

    @Test("is gone on with also when the folder has gone meanwhile")
    func gone() async throws {
        try await withFiles(["a/1", "c/2"]) { _, folder in
            #expect(visits(FileWalk(folder, after: [Array("b".utf8)])) == ["c: 2"])
        }
    }

    @Test("leaves out what is not wanted, follows no links, and opens nothing that is no file")
    func leavesOut() async throws {
        try await withFiles(["a/1", "a/2", "@eaDir/3"]) { files, folder in
            try files.makeSymbolicLink("link", to: files.path(of: "a"))
            try files.makePipe("pipe")
            var walk = FileWalk(folder) { $0 != Array("@eaDir".utf8) }
            var found: [String] = []
            while let visit = walk.next({ $0.text != "a/2" }) { found += visit.files.map(\.text) }
            #expect(found == ["a/1"])
        }
    }

    @Test("tells of a folder that cannot be listed, and goes on")
    func unreadable() async throws {
        try await withFiles(["a/1", "b/2"]) { files, folder in
            var walk = FileWalk(folder)
            _ = walk.next()
            try files.setPermissions("a", to: 0)
            try Nobody.does {
                let visit = walk.next()
                #expect(visit?.problem != nil && visit?.files.isEmpty == true)
            }
            #expect(walk.next()?.files.map(\.text) == ["b/2"])
            try files.setPermissions("a", to: 0o755)
        }
    }

    @Test("needs a row for photos, and for nothing that stands beside them")
    func needsRow() {
        for name in ["a.jpg", "no extension", "IMG.HEIC"] { #expect(StrayRules.needsRow(Array(name.utf8))) }
        for name in ["a.jpg.xmp", "IMG.AAE", "IMG.jpg.json", ".DS_Store", "Thumbs.db"] {
            #expect(!StrayRules.needsRow(Array(name.utf8)))
        }
        #expect(!StrayRules.enters(folder: Array("@eaDir".utf8)) && StrayRules.enters(folder: Array("2024".utf8)))
    }
}
