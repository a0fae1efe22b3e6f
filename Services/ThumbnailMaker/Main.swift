import Glibc

/// Makes the small pictures of one file, as the thumbnailer asks for it: a process for each, so that whatever a decoder does
/// happens to that file alone.
///
///     thumbnail-maker MEMORY_MB SECONDS FFMPEG SOURCE FOLDER
///
/// It writes `FOLDER/256.webp` and `FOLDER/1024.webp`, and one line of JSON on standard output: sizes in pixels and the
/// ThumbHash in hexadecimal digits, or the reason why there are none.
@main
struct Main {
    private static let usage = "usage: thumbnail-maker MEMORY_MB SECONDS FFMPEG SOURCE FOLDER"

    static func main() {
        guard let job = MakingJob(Array(CommandLine.arguments.dropFirst())) else {
            print(usage)
            exit(64)
        }
        guard job.limits.apply() else {
            print(MakingReport.failed(MakingError("this system refuses the limits that decoding needs")).json)
            exit(2)
        }
        do throws(MakingError) {
            print(MakingReport.made(try Making(job).run()).json)
        } catch {
            print(MakingReport.failed(error).json)
            exit(1)
        }
    }
}
