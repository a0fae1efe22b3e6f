import TestSupport
import Testing

@Suite("What is no picture, or more than one can take, is told from the others")
struct RefusalTests {
    private func reason(
        _ bytes: [UInt8], name: String = "a.jpg", megabytes: Int = 1024
    ) async throws -> String {
        try await withTemporaryFolder { folder in
            try folder.write(bytes, to: name)
            let run = try await MakerRun.run(folder.path(of: name), in: folder, megabytes: megabytes)
            #expect(run.exitCode == 1 && run.concernsStorage == false, "\(run)")
            #expect(!run.folder.holds("256.webp") && !run.folder.holds("1024.webp"))
            return run.reason ?? ""
        }
    }

    @Test(
        "by its content, whatever its name",
        arguments: [
            ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", "an SVG drawing"),
            ("<?xml version=\"1.0\"?><svg/>", "an XML document"), ("%PDF-1.4\n", "a PDF document"), ("hello", "a text"),
            // To libvips a picture of four values.
            ("2 2\n1 2\n3 4\n", "a text"), ("8BPS\0\u{1}", "a Photoshop document"),
            ("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "a text"),
        ])
    func kinds(_ text: String, _ name: String) async throws {
        for fileName in ["a.jpg", "a.mp4", "a.svg"] {
            #expect(
                try await reason(Array(text.utf8), name: fileName) == "it is \(name), of which no thumbnail is made")
        }
    }

    @Test("empty, unknown, or damaged in its beginning")
    func others() async throws {
        #expect(try await reason([]) == "the file is empty")
        let unknown = "it is no picture or video of a kind that is known here, or its beginning is damaged"
        #expect(try await reason([0, 1, 2, 3, 0xFF]) == unknown)
        // A camera's name for what no camera wrote.
        #expect(try await reason([0, 1, 2, 3, 0xFF], name: "a.nef") == unknown)
        #expect(try await reason([0xFF, 0xD8, 0xFF, 0xD9]).hasPrefix("it cannot be decoded: "))
    }

    @Test("A picture whose header promises too much is refused by it")
    func header() async throws {
        // 60000 × 60000 in three colours, with the right sums, and a row that is cut off.
        let png: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0, 0x0F, 0xB0, 0xE2, 0x15]
            + [
                0x00, 0x00, 0x00, 0x09, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01,
                0x5E, 0xFF, 0x7D, 0xF9,
            ]
        #expect(
            try await reason(png, name: "a.png")
                == "it is 60000 × 60000 pixels large, and more than 500 million are not decoded")
    }

    @Test("A small file that needs much memory costs its thumbnail alone")
    func bomb() async throws {
        try await withTemporaryFolder { folder in
            let (plain, bomb) = (folder.path(of: "plain.png"), folder.path(of: "bomb.png"))
            _ = try await SamplePicture.vips(["black", plain, "9000", "9000", "--bands", "3"])
            _ = try await SamplePicture.vips(["pngsave", plain, bomb, "--interlace"])
            #expect((folder.facts("bomb.png")?.size ?? 0) < 500_000)
            let run = try await MakerRun.run(bomb, in: folder, megabytes: 128)
            #expect(run.exitCode == 1)
            #expect(run.reason?.hasPrefix("decoding it takes more memory than is allowed") == true, "\(run)")
        }
    }

    @Test("What never ends is ended, also what was started to read it")
    func endless() async throws {
        try await withTemporaryFolder { folder in
            try folder.write(Array("#!/bin/sh\nwhile :; do :; done\n".utf8), to: "ffmpeg")
            try folder.setPermissions("ffmpeg", to: 0o755)
            try folder.write([0, 0, 0, 16] + Array("ftypisom".utf8) + [0, 0, 0, 0], to: "a.mp4")
            let run = try await MakerRun.run(
                folder.path(of: "a.mp4"), in: folder, seconds: 1, ffmpeg: folder.path(of: "ffmpeg"))
            #expect(run.exitCode == 1)
            #expect(run.reason == "ffmpeg finds no picture in it: it was ended by signal 24", "\(run)")
        }
    }

    @Test("A folder that cannot be written is no fault of the file")
    func storage() async throws {
        try await withTemporaryFolder { folder in
            let file = try await SamplePicture.write("a.jpg", to: folder)
            let run = try await MakerRun.run(file, output: TestFolder(folder.path(of: "none")))
            #expect(run.exitCode == 1 && run.concernsStorage == true)
            #expect(run.reason == "thumbnails cannot be written: No such file or directory")
        }
    }

    @Test("Neither a link nor a folder is read")
    func links() async throws {
        try await withTemporaryFolder { folder in
            try await SamplePicture.write("a.jpg", to: folder)
            _ = try await ProgramRun.run(.system("ln"), ["-s", "a.jpg", folder.path(of: "link.jpg")])
            #expect(
                try await MakerRun.run(folder.path(of: "link.jpg"), in: folder).reason?.contains("cannot be read")
                    == true)
            #expect(try await MakerRun.run(folder.path, in: folder).reason == "the original is no file")
        }
    }

    @Test("A command line that is none is told so")
    func usage() async throws {
        for words in [[], ["1024", "60", "-", "relative", "/tmp"], ["0", "60", "-", "/a", "/b"]] {
            let run = try await ProgramRun.run(.built("thumbnail-maker"), words)
            #expect(run.exitCode == 64 && run.standardOutput.hasPrefix("usage: "))
        }
    }
}
