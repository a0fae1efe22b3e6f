import TestSupport

/// A picture of 400 × 300 pixels in four colours: red and green above, blue and white below.
enum SamplePicture {
    static let (width, height) = (400, 300)
    static let corners = ["red", "green", "blue", "white"]

    private static let colours: [[UInt8]] = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]]

    /// Writes it, in the format that the name's extension says.
    ///
    /// - Returns: its path.
    @discardableResult
    static func write(_ name: String, to folder: TestFolder, options: [String] = []) async throws -> String {
        let plain = try writePlain(to: folder)
        _ = try await vips(["copy", plain, folder.path(of: name)] + options)
        return folder.path(of: name)
    }

    /// As a PPM.
    static func writePlain(to folder: TestFolder) throws -> String {
        var bytes = Array("P6\n\(width) \(height)\n255\n".utf8)
        for y in 0..<height {
            for x in 0..<width { bytes += colours[(x >= width / 2 ? 1 : 0) + (y >= height / 2 ? 2 : 0)] }
        }
        try folder.write(bytes, to: "plain.ppm")
        return folder.path(of: "plain.ppm")
    }

    /// The nearest of the colours.
    static func name(_ pixel: [Int]) -> String {
        let distances = colours.map { colour in zip(colour, pixel).reduce(0) { $0 + abs(Int($1.0) - $1.1) } }
        let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
        return distances[nearest] < 120 ? corners[nearest] : "\(pixel)"
    }

    /// What the program vips prints.
    static func vips(_ arguments: [String]) async throws -> String {
        try await output("vips", arguments)
    }

    static func exiftool(_ arguments: [String]) async throws {
        _ = try await output("exiftool", ["-q", "-overwrite_original", "-n"] + arguments)
    }

    static func ffmpeg(_ arguments: [String]) async throws {
        _ = try await output("ffmpeg", ["-nostdin", "-v", "error", "-y"] + arguments)
    }

    private static func output(_ program: String, _ arguments: [String]) async throws -> String {
        let run = try await ProgramRun.run(.system(program), arguments)
        guard run.exitCode == 0 else { throw SupportError("\(program) failed: \(run.standardError)") }
        return run.standardOutput
    }
}
