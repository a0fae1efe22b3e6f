import Thumbnails

/// Makes the small pictures of one file. It is decoded once; each smaller picture is made of the next larger one.
struct Making {
    private static let quality = 75

    private let job: MakingJob

    init(_ job: MakingJob) {
        self.job = job
    }

    func run() throws(MakingError) -> MadePictures {
        try Picture.begin()
        let source = try decode(SourceFile(job.source))
        let small = try source.picture.shrunk(to: ThumbnailSize.grid.rawValue)
        let folder = OutputFolder(path: job.folder)
        try folder.write(try source.picture.webp(quality: Self.quality), size: .screen)
        try folder.write(try small.webp(quality: Self.quality), size: .grid)
        return MadePictures(width: source.width, height: source.height, hash: try small.thumbHash())
    }

    /// In the order in which a file can be told apart: what LibRaw knows libvips may take for the tiny picture that comes
    /// first in it, and pictures and videos share a container.
    private func decode(_ source: SourceFile) throws(MakingError) -> DecodedSource {
        let side = ThumbnailSize.screen.rawValue
        if let name = source.kind.name { throw MakingError("it is \(name), of which no thumbnail is made") }
        var rawError: MakingError?
        if source.kind.mayBeRaw {
            do throws(MakingError) {
                if let raw = try RawFile(source.path) { return try raw.decode(side: side) }
            } catch {
                rawError = error
            }
        }
        if Picture.canRead(source.path) {
            do throws(MakingError) {
                return try Picture.decode(source.path, side: side)
            } catch {
                throw rawError ?? error
            }
        }
        if let rawError { throw rawError }
        if source.kind.mayBeVideo { return try VideoPoster(path: source.path, ffmpeg: job.ffmpeg).decode(side: side) }
        throw MakingError("it is no picture or video of a kind that is known here, or its beginning is damaged")
    }
}
