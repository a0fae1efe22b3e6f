import TestSupport
import Testing

@Suite("A video is shown by a frame of it")
struct VideoTests {
    /// A second of red, then green.
    private func write(_ name: String, to folder: TestFolder, size: String = "320x240", seconds: Double = 3)
        async throws -> String
    {
        let file = folder.path(of: name)
        try await SamplePicture.ffmpeg([
            "-f", "lavfi", "-i", "color=c=red:size=\(size):duration=\(min(seconds, 1)):rate=25", "-f", "lavfi", "-i",
            "color=c=0x00ff00:size=\(size):duration=\(max(seconds - 1, 0.1)):rate=25", "-filter_complex", "concat=n=2",
            "-g", "10",
            "-t", "\(seconds)", "-pix_fmt", "yuv420p", file,
        ])
        return file
    }

    @Test(
        "a second after its beginning",
        arguments: ["a.mp4", "a.mkv", "a.avi", "a.ts", "a.webm", "a.mov", "video.jpg.mpg"])
    func frame(_ name: String) async throws {
        try await withTemporaryFolder { folder in
            let run = try await MakerRun.run(try await write(name, to: folder), in: folder)
            #expect(run.exitCode == 0 && run.width == 320 && run.height == 240, "\(run)")
            #expect(try await run.size(1024) == [320, 240])
            #expect(SamplePicture.name(try await run.pixel(100, 100)) == "green", "\(name)")
        }
    }

    @Test("whatever there is of a shorter one")
    func short() async throws {
        try await withTemporaryFolder { folder in
            let run = try await MakerRun.run(try await write("a.mp4", to: folder, seconds: 0.3), in: folder)
            #expect(SamplePicture.name(try await run.pixel(100, 100)) == "red", "\(run)")
        }
    }

    @Test("turned as it was held, and with pixels that are squares")
    func turned() async throws {
        try await withTemporaryFolder { folder in
            let file = try await write("a.mp4", to: folder)
            let (turned, wide) = (folder.path(of: "turned.mp4"), folder.path(of: "wide.mp4"))
            try await SamplePicture.ffmpeg(["-i", file, "-c", "copy", "-metadata:s:v", "rotate=90", turned])
            let run = try await MakerRun.run(turned, in: folder)
            #expect(run.width == 240 && run.height == 320)
            try await SamplePicture.ffmpeg(["-i", file, "-vf", "setsar=2", wide])
            let stretched = try await MakerRun.run(wide, in: folder)
            #expect(stretched.width == 640 && stretched.height == 240)
        }
    }

    @Test("and what has none, or is damaged, says so")
    func none() async throws {
        try await withTemporaryFolder { folder in
            let sound = folder.path(of: "sound.mp4")
            try await SamplePicture.ffmpeg(["-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac", sound])
            #expect(
                try await MakerRun.run(sound, in: folder).reason
                    == "ffmpeg finds no picture in it: it has no moving picture")
            let file = try await write("a.mp4", to: folder)
            let bytes = try folder.read("a.mp4")
            try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "a.mp4")
            let cut = try await MakerRun.run(file, in: folder)
            #expect(cut.exitCode == 1 && cut.reason?.hasPrefix("ffmpeg finds no picture in it: ") == true)
            #expect(cut.reason?.contains(folder.path) == false, "\(cut)")
            let without = try await MakerRun.run(sound, in: folder, ffmpeg: "-")
            #expect(without.reason == "it is a video, and there is no ffmpeg to read it")
        }
    }
}
