import Foundation
import TestSupport

/// What came of a run of the program that decodes.
struct MakerRun {
    let exitCode: Int32
    let width, height: Int?
    let thumbHash: String?
    let reason: String?
    let concernsStorage: Bool?
    /// Where the thumbnails are, where there are some.
    let folder: TestFolder

    /// - Parameters:
    ///   - file: the path of a picture or video.
    ///   - folder: below which a folder for thumbnails is made.
    static func run(
        _ file: String, in folder: TestFolder, megabytes: Int = 1024, seconds: Int = 60,
        ffmpeg: String = "/usr/bin/ffmpeg"
    ) async throws -> MakerRun {
        let output = try folder.folder("output-\(UInt32.random(in: 0...UInt32.max))")
        return try await run(file, output: output, megabytes: megabytes, seconds: seconds, ffmpeg: ffmpeg)
    }

    static func run(
        _ file: String, output: TestFolder, megabytes: Int = 1024, seconds: Int = 60, ffmpeg: String = "/usr/bin/ffmpeg"
    ) async throws -> MakerRun {
        let run = try await ProgramRun.run(
            .built("thumbnail-maker"), ["\(megabytes)", "\(seconds)", ffmpeg, file, output.path])
        let json = try JSONSerialization.jsonObject(with: Data(run.standardOutput.utf8)) as? [String: Any]
        return MakerRun(
            exitCode: run.exitCode, width: json?["width"] as? Int, height: json?["height"] as? Int,
            thumbHash: json?["thumbhash"] as? String, reason: json?["reason"] as? String,
            concernsStorage: json?["concerns_storage"] as? Bool, folder: output)
    }

    /// The colour of a pixel of a thumbnail: red, green and blue.
    func pixel(_ x: Int, _ y: Int, size: Int = 256) async throws -> [Int] {
        try await SamplePicture.vips(["getpoint", folder.path(of: "\(size).webp"), "\(x)", "\(y)"])
            .split(separator: " ").compactMap { Double($0).map { Int($0.rounded()) } }
    }

    /// A thumbnail's size in pixels.
    func size(_ size: Int) async throws -> [Int] {
        var sides: [Int] = []
        for field in ["width", "height"] {
            let run = try await ProgramRun.run(
                .system("vipsheader"), ["-f", field, folder.path(of: "\(size).webp")])
            sides.append(Int(run.standardOutput.filter(\.isNumber)) ?? -1)
        }
        return sides
    }
}
