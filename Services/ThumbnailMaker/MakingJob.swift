/// What one run is to do.
struct MakingJob {
    let limits: DecodingLimits
    /// The program that reads videos; nil where there is none.
    let ffmpeg: String?
    /// The file of which small pictures are made. Absolute.
    let source: String
    /// Where they are put. Absolute.
    let folder: String

    /// - Returns: nil for what is no command line of ours.
    init?(_ arguments: [String]) {
        guard arguments.count == 5, let megabytes = Int(arguments[0]), let seconds = Int(arguments[1]),
            (1...1 << 20).contains(megabytes), (1...86_400).contains(seconds),
            arguments[3...].allSatisfy({ $0.hasPrefix("/") })
        else { return nil }
        limits = DecodingLimits(megabytes: megabytes, seconds: seconds)
        ffmpeg = arguments[2].hasPrefix("/") ? arguments[2] : nil
        (source, folder) = (arguments[3], arguments[4])
    }
}
