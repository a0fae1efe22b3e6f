import FactoryCore
import TestSupport
import Testing

@testable import thumbnailer

@Suite("Assets get thumbnails")
struct MakingTests {
    @Test("once, under the name of their content, with what is known of them")
    func once() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            try await library.add("b.jpg")
            #expect(try await library.pass().done == 2)
            #expect(try await library.done() == ["a.jpg", "b.jpg"])
            #expect(
                try await library.texts(
                    "SELECT concat_ws(' ', width, height, octet_length(thumbhash) > 13) FROM factory.thumbnails")
                    == ["8 8 t", "8 8 t"])
            for name in ["a.jpg", "b.jpg"] {
                for path in try library.thumbnails(of: SamplePhoto(name).bytes()) {
                    #expect(library.folder.facts(path)?.permissions == 0o644)
                    #expect(String(decoding: try library.folder.read(path).prefix(4), as: UTF8.self) == "RIFF")
                }
            }
            #expect(try await library.files().count == 4)
            #expect(try await library.pass().done == 0)
        }
    }

    @Test("or tell why not, and hold up nothing")
    func failures() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            try await library.add("b.jpg", Array("hello".utf8))
            try await library.add("c.jpg")
            try library.folder.remove("Storage/Originals/\(SampleLibrary.day)/c.jpg")
            try await library.add("d.jpg")
            try await library.connection.execute(
                "UPDATE media_assets SET final_path = '/etc/passwd' WHERE original_name = 'd.jpg'")
            try await library.add("e.jpg")
            let link = "Storage/Originals/\(SampleLibrary.day)/e.jpg"
            try library.folder.remove(link)
            _ = try await ProgramRun.run(.system("ln"), ["-s", "a.jpg", library.folder.path(of: link)])
            let tally = try await library.pass()
            #expect(tally.done == 1 && tally.failed == 4)
            let told = try await library.complaints()
            #expect(told.count == 4)
            #expect(told.first == "b.jpg: thumbnailer: it is a text, of which no thumbnail is made")
            for (line, words) in zip(
                told.dropFirst(), ["its original is missing", "does not lead below Originals", "cannot be used"])
            {
                #expect(line.contains(words), "\(line)")
            }
            #expect(
                try await library.texts(
                    """
                    SELECT original_name || ' ' || status FROM factory.failure_records
                    JOIN media_assets AS asset ON asset.id = entity_id ORDER BY original_name
                    """) == ["b.jpg GIVEN UP", "c.jpg OPEN", "d.jpg GIVEN UP", "e.jpg OPEN"])
            #expect(try await library.files().count == 2)
            #expect(try await library.makings().count <= 1)
        }
    }

    @Test("again when they are asked for: by id, or because their files are missing")
    func again() async throws {
        try await withLibrary { library in
            var ids: [String] = []
            for name in ["a.jpg", "b.jpg", "c.jpg"] { ids.append(try await library.add(name)) }
            #expect(try await library.pass().done == 3)
            #expect(try await library.run(["make-again", "--missing", "--json"]).standardOutput == "{\"again\":0}\n")
            try library.folder.remove(try library.thumbnails(of: SamplePhoto("a.jpg").bytes())[1])
            try library.folder.write([], to: try library.thumbnails(of: SamplePhoto("b.jpg").bytes())[0])
            let before = library.folder.facts(try library.thumbnails(of: SamplePhoto("c.jpg").bytes())[0])?.inode
            #expect(try await library.run(["make-again", "--missing", "--json"]).standardOutput == "{\"again\":2}\n")
            #expect(try await library.done() == ["c.jpg"])
            #expect(try await library.pass().done == 2)
            #expect(try await library.files().count == 6)

            #expect(
                try await library.run(["make-again", ids[2].uppercased()]).standardOutput == "1 to be made again\n")
            #expect(try await library.pass().done == 1)
            #expect(library.folder.facts(try library.thumbnails(of: SamplePhoto("c.jpg").bytes())[0])?.inode != before)

            // Also what was given up.
            let bad = try await library.add("d.jpg", Array("hello".utf8))
            #expect(try await library.pass().failed == 1)
            #expect(try await library.pass().failed == 0)
            #expect(try await library.run(["make-again", bad]).exitCode == 0)
            #expect(try await library.pass().failed == 1)
            for words in [["make-again"], ["make-again", "--missing", bad], ["make-again", "x"]] {
                #expect(try await library.run(words).exitCode == 64)
            }
        }
    }
}
