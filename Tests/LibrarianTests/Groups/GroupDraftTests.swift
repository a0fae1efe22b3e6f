import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Dividing files that may belong together")
struct GroupDraftTests {
    private let now = Timestamp(seconds: 1_790_000_000)

    /// Files with what their readers would have found, in the order of the names.
    private func draft(_ contents: [(name: String, content: OpenedFile.Content)], in files: TestFolder) throws
        -> GroupDraft
    {
        let folder = try Folder.open(files.path)
        let opened = try contents.map { name, content in
            try files.write(Array(name.utf8), to: name)
            let path = try #require(RelativePath(name))
            let file = try folder.openFile(path.name)
            let stamp = try file.stamp(name)
            return OpenedFile(
                candidate: StableFile(path: path, stamp: stamp), folder: folder, file: file, stamp: stamp,
                head: 0, inboxPath: folder.pathText(path.name), content: content)
        }
        return GroupDraft(opened, reader: MetadataReader(zone: .fixed(.utc)), now: now)
    }

    private func photo(taken: String? = nil) -> OpenedFile.Content {
        var embedded = EmbeddedMetadata()
        embedded.exif.original.text = taken
        return .media(.jpeg, embedded)
    }

    private func video(taken: String? = nil) -> OpenedFile.Content {
        var embedded = EmbeddedMetadata()
        embedded.movie.texts = taken.map { [CaptureSource(rawValue: "Keys:CreationDate"): $0] } ?? [:]
        return .media(.mov, embedded)
    }

    private func takeout(_ seconds: Int, title: String? = nil) -> OpenedFile.Content {
        .sidecar(.takeout, SidecarFacts(takeout: TakeoutFields(taken: "\(seconds)", title: title)))
    }

    private func xmp(_ original: String) -> OpenedFile.Content {
        var fields = XMPFields()
        fields.original = original
        return .sidecar(.xmp, SidecarFacts(xmp: fields))
    }

    private func years(_ draft: GroupDraft) -> [Int: Int] {
        draft.metadata.mapValues(\.capture.local.day.year)
    }

    @Test("believes each file's own sidecar, in whatever order they come")
    func ownSidecars() async throws {
        try await withTemporaryFolder { files in
            let contents = [
                ("IMG_1.jpg", photo()), ("IMG_1.jpg.json", takeout(1_300_000_000)), ("IMG_1.mov", video()),
                ("IMG_1.mov.json", takeout(1_600_000_000)),
            ]
            for order in [contents, contents.reversed()] {
                let draft = try draft(order, in: files)
                let found = years(draft)
                let byName = Dictionary(uniqueKeysWithValues: found.map { (order[$0.key].0, $0.value) })
                #expect(byName == ["IMG_1.jpg": 2011, "IMG_1.mov": 2020])
                #expect(draft.groups.count == 2)
            }
        }
    }

    @Test("takes name.ext.xmp before name.xmp")
    func preciseSidecar() async throws {
        try await withTemporaryFolder { files in
            let contents = [
                ("a.xmp", xmp("2001-01-01T00:00:00")), ("a.jpg", photo()), ("a.jpg.xmp", xmp("2002-01-01T00:00:00")),
            ]
            for order in [contents, contents.reversed()] {
                let draft = try draft(order, in: files)
                #expect(Array(years(draft).values) == [2002])
                #expect(draft.groups.map(\.sidecars.count) == [2])
            }
        }
    }

    @Test("lets the title decide where the names of sidecars were cut short")
    func cutNames() async throws {
        try await withTemporaryFolder { files in
            let stem = String(repeating: "n", count: 46)
            let draft = try draft(
                [
                    ("\(stem)A.jpg", photo()), ("\(stem)B.jpg", photo()),
                    ("\(stem).json", takeout(1_300_000_000, title: "\(stem)B.jpg")),
                ], in: files)
            #expect(years(draft)[1] == 2011 && years(draft)[0] != 2011)
        }
    }

    @Test("gives an undated picture the day of its video, and never the other way round")
    func undatedPicture() async throws {
        try await withTemporaryFolder { files in
            let draft = try draft(
                [("MVI_1.jpg", photo()), ("MVI_1.mov", video(taken: "2015-07-01T12:00:00+0200"))], in: files)
            #expect(draft.groups.map(\.media) == [[1, 0]])
        }
    }

    @Test("files a sidecar without its photo by its name's day, else by what it says")
    func orphans() async throws {
        try await withTemporaryFolder { files in
            let draft = try draft(
                [("IMG_20200102_030405.xmp", xmp("2001-01-01T00:00:00")), ("b.xmp", xmp("2001-01-01T00:00:00"))],
                in: files)
            #expect(draft.day(of: 0).description == "2020-01-02")
            #expect(draft.day(of: 1).description == "2001-01-01")
        }
    }
}
