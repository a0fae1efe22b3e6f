/// The picture that stands for a video: the first key frame after a second, or whatever comes first.
struct VideoPoster {
    let path: String
    let ffmpeg: String?

    /// Containers of files alone: nothing that names other files, or is on the internet.
    private static let containers = """
        mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,mpegts,mpeg,mpegvideo,flv,ogg,rm,mxf
        """
    private static let tries = [["-ss", "1", "-skip_frame", "nokey"], ["-skip_frame", "nokey"], []]

    func decode(side: Int) throws(MakingError) -> DecodedSource {
        guard let ffmpeg else { throw MakingError("it is a video, and there is no ffmpeg to read it") }
        var reason = "it has no picture"
        for attempt in Self.tries {
            let run = try ProgramCall(file: ffmpeg, arguments: arguments(attempt)).run()
            if let frame = PlainPixmap(run.output) {
                let picture = try frame.picture().shrunk(to: side)
                return DecodedSource(picture: picture, width: frame.width, height: frame.height)
            }
            if let said = words(of: run) { reason = said }
        }
        throw MakingError("ffmpeg finds no picture in it: \(reason)")
    }

    /// Turned as the file says; pixels that are no squares are made so.
    private func arguments(_ attempt: [String]) -> [String] {
        ["-nostdin", "-hide_banner", "-loglevel", "error", "-threads", "1"]
            + ["-protocol_whitelist", "file", "-format_whitelist", Self.containers] + attempt
            + ["-i", "file:\(path)", "-map", "0:V:0", "-frames:v", "1"]
            + ["-vf", "scale=w='max(1,trunc(iw*if(gt(sar,0),sar,1)))':h=ih,setsar=1"]
            + ["-f", "image2pipe", "-c:v", "ppm", "-pix_fmt", "rgb24", "-"]
    }

    /// The first that it said, which the rest follows from; without the path, and without who of its parts said it.
    private func words(of run: ProgramCall.Result) -> String? {
        if let signal = run.signal { return "it was ended by signal \(signal)" }
        guard var line = run.errors.split(separator: "\n").first(where: { !$0.allSatisfy(\.isWhitespace) }) else {
            return nil
        }
        if line.contains("matches no streams") { return "it has no moving picture" }
        if line.hasPrefix("["), let end = line.firstRange(of: "] ") { line = line[end.upperBound...] }
        if line.hasPrefix("file:\(path): ") { line = line.dropFirst("file:\(path): ".count) }
        return String(line.prefix(200))
    }
}
