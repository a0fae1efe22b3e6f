import TestSupport
import Testing

@Suite("Pictures are shown as they are meant")
struct PictureTests {
    /// Which corner of what is stored is seen above left, above right, below left and below right.
    private static let turns = [
        1: [0, 1, 2, 3], 2: [1, 0, 3, 2], 3: [3, 2, 1, 0], 4: [2, 3, 0, 1], 5: [0, 2, 1, 3], 6: [2, 0, 3, 1],
        7: [3, 1, 2, 0], 8: [1, 3, 0, 2],
    ]

    private func expectCorners(_ run: MakerRun, orientation: Int) async throws {
        #expect(run.exitCode == 0 && run.reason == nil, "\(run)")
        let isTurned = orientation > 4
        #expect(run.width == (isTurned ? 300 : 400) && run.height == (isTurned ? 400 : 300))
        #expect(try await run.size(1024) == (isTurned ? [300, 400] : [400, 300]))
        let (right, below) = isTurned ? (181, 245) : (245, 181)
        #expect(try await run.size(256) == (isTurned ? [192, 256] : [256, 192]))
        var seen: [String] = []
        for (x, y) in [(10, 10), (right, 10), (10, below), (right, below)] {
            seen.append(SamplePicture.name(try await run.pixel(x, y)))
        }
        #expect(seen == Self.turns[orientation]?.map { SamplePicture.corners[$0] }, "orientation \(orientation)")
    }

    @Test("turned as EXIF says", arguments: 1...8)
    func orientations(_ orientation: Int) async throws {
        try await withTemporaryFolder { folder in
            let file = try await SamplePicture.write("a.jpg", to: folder)
            try await SamplePicture.exiftool(["-Orientation=\(orientation)", file])
            try await expectCorners(try await MakerRun.run(file, in: folder), orientation: orientation)
        }
    }

    @Test("in every format", arguments: ["png", "webp", "tif", "gif", "heic", "avif", "jxl"])
    func formats(_ format: String) async throws {
        try await withTemporaryFolder { folder in
            let file = try await SamplePicture.write("a.\(format)", to: folder)
            try await expectCorners(try await MakerRun.run(file, in: folder), orientation: 1)
            guard ["png", "webp", "tif"].contains(format) else { return }
            try await SamplePicture.exiftool(["-Orientation=6", file])
            try await expectCorners(try await MakerRun.run(file, in: folder), orientation: 6)
        }
    }

    @Test("in the colours that their profile means")
    func profile() async throws {
        try await withTemporaryFolder { folder in
            let plain = try SamplePicture.writePlain(to: folder)
            let file = folder.path(of: "a.jpg")
            _ = try await SamplePicture.vips(["icc_transform", plain, file, "p3", "--input-profile", "srgb"])
            // What a program sees that knows no profiles.
            #expect(try await SamplePicture.vips(["getpoint", file, "10", "10"]).hasPrefix("234 51"))
            let run = try await MakerRun.run(file, in: folder)
            let red = try await run.pixel(10, 10)
            #expect(red[0] > 248 && red[1] < 8 && red[2] < 8, "\(red)")
        }
    }

    @Test("grey, 16 bits deep, CMYK, and on white where they are transparent")
    func bands() async throws {
        try await withTemporaryFolder { folder in
            let plain = try SamplePicture.writePlain(to: folder)
            _ = try await SamplePicture.vips(["colourspace", plain, folder.path(of: "grey.png"), "b-w"])
            _ = try await SamplePicture.vips(["colourspace", plain, folder.path(of: "deep.png"), "rgb16"])
            _ = try await SamplePicture.vips([
                "icc_transform", plain, folder.path(of: "cmyk.jpg"), "cmyk", "--input-profile", "srgb",
            ])
            _ = try await SamplePicture.vips(["bandjoin_const", plain, folder.path(of: "clear.png"), "0"])
            let grey = try await MakerRun.run(folder.path(of: "grey.png"), in: folder).pixel(10, 10)
            #expect(Set(grey).count == 1 && grey.count == 3, "\(grey)")
            for name in ["deep.png", "cmyk.jpg"] {
                let run = try await MakerRun.run(folder.path(of: name), in: folder)
                #expect(SamplePicture.name(try await run.pixel(10, 10)) == "red", "\(name): \(run)")
            }
            let clear = try await MakerRun.run(folder.path(of: "clear.png"), in: folder)
            #expect(SamplePicture.name(try await clear.pixel(10, 10)) == "white")
        }
    }

    @Test("never enlarged, also when they are thin as a line")
    func small() async throws {
        try await withTemporaryFolder { folder in
            _ = try await SamplePicture.vips(["black", folder.path(of: "line.png"), "3000", "1", "--bands", "3"])
            let line = try await MakerRun.run(folder.path(of: "line.png"), in: folder)
            #expect(line.width == 3000 && line.height == 1 && line.exitCode == 0)
            #expect(try await line.size(1024) == [1024, 1])
            #expect(try await line.size(256) == [256, 1])
            _ = try await SamplePicture.vips(["black", folder.path(of: "dot.png"), "1", "1", "--bands", "3"])
            let dot = try await MakerRun.run(folder.path(of: "dot.png"), in: folder)
            #expect(try await dot.size(1024) == [1, 1])
        }
    }

    @Test("without what they tell of their owners")
    func stripped() async throws {
        try await withTemporaryFolder { folder in
            let file = try await SamplePicture.write("a.jpg", to: folder)
            try await SamplePicture.exiftool([
                "-Artist=SECRET", "-Comment=SECRET", "-XMP:Title=SECRET", "-IPTC:Keywords=SECRET", "-GPSLatitude=48.85",
                "-GPSLatitudeRef=N", file,
            ])
            let run = try await MakerRun.run(file, in: folder)
            for size in [256, 1024] {
                let bytes = try run.folder.read("\(size).webp")
                let text = String(decoding: bytes, as: Unicode.ASCII.self)
                #expect(bytes.count > 100)
                for word in ["SECRET", "EXIF", "XMP ", "ICCP", "VP8X"] {
                    #expect(!text.contains(word), "\(size): \(word)")
                }
            }
        }
    }

    @Test("the first of several that move")
    func animation() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.path(of: "a.gif")
            try await SamplePicture.ffmpeg(["-f", "lavfi", "-i", "testsrc=size=320x240:duration=1:rate=5", file])
            let run = try await MakerRun.run(file, in: folder)
            #expect(run.width == 320 && run.height == 240)
            #expect(try await run.size(1024) == [320, 240])
        }
    }

    @Test("as far as they go when they are cut off")
    func truncated() async throws {
        try await withTemporaryFolder { folder in
            let file = try await SamplePicture.write("a.jpg", to: folder)
            let bytes = try folder.read("a.jpg")
            try folder.write(Array(bytes.prefix(bytes.count * 3 / 4)), to: "a.jpg")
            let run = try await MakerRun.run(file, in: folder)
            #expect(run.exitCode == 0 && run.width == 400)
            #expect(SamplePicture.name(try await run.pixel(10, 10)) == "red")
        }
    }

    @Test("and a name that looks like options is a name", arguments: ["a[page=3].jpg", "-a.jpg", "a,b c'%d.jpg"])
    func names(_ name: String) async throws {
        try await withTemporaryFolder { folder in
            try await SamplePicture.write("plain.jpg", to: folder)
            try folder.rename("plain.jpg", to: name)
            try await expectCorners(try await MakerRun.run(folder.path(of: name), in: folder), orientation: 1)
        }
    }
}
