import TestSupport
import Testing

@Suite("What a camera wrote", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct RawTests {
    private func copy(_ path: String, to folder: TestFolder, as name: String) throws -> String {
        try folder.write(try Corpus().folder.read(path), to: name)
        return folder.path(of: name)
    }

    @Test("is shown as large as it is, by the preview in it")
    func preview() async throws {
        try await withTemporaryFolder { folder in
            let file = try copy("findit-studio+exifast/tests/fixtures/Sony_SLT-A33_real.ARW", to: folder, as: "a.arw")
            let run = try await MakerRun.run(file, in: folder)
            #expect(run.exitCode == 0 && run.width == 4608 && run.height == 3072, "\(run)")
            #expect(try await run.size(1024) == [1024, 684])
            // By its content: the name says something else.
            try folder.rename("a.arw", to: "a.jpg")
            #expect(try await MakerRun.run(folder.path(of: "a.jpg"), in: folder).width == 4608)
        }
    }

    @Test("is developed where its preview is too small, and turned")
    func developed() async throws {
        try await withTemporaryFolder { folder in
            let file = try copy("photoprism+photoprism/assets/examples/canon_eos_6d.dng", to: folder, as: "a.dng")
            let upright = try await MakerRun.run(file, in: folder)
            #expect(upright.width == 1224 && upright.height == 816, "\(upright)")
            // The preview has 160 pixels.
            #expect(try await upright.size(1024) == [1024, 683])
            try await SamplePicture.exiftool(["-IFD0:Orientation=6", file])
            let turned = try await MakerRun.run(file, in: folder)
            #expect(turned.width == 816 && turned.height == 1224, "\(turned)")
            #expect(try await turned.size(1024) == [683, 1024])
            // The same picture on its side: the pixel above left comes from below left.
            let (above, below) = (try await turned.pixel(10, 10), try await upright.pixel(10, 160))
            #expect(zip(above, below).allSatisfy { abs($0 - $1) < 24 }, "\(above) \(below)")
        }
    }

    @Test("and cannot be shown says why")
    func damaged() async throws {
        try await withTemporaryFolder { folder in
            let file = try copy("exiftool+exiftool/t/images/CanonRaw.cr3", to: folder, as: "a.cr3")
            let run = try await MakerRun.run(file, in: folder)
            #expect(run.reason == "its preview cannot be read: the file is cut off", "\(run)")
        }
    }
}
