/// One file that ExifTool is asked about.
struct ExifToolQuestion: Sendable {
    /// Holds no line break, and begins with a slash.
    let path: String
    /// Tells the end of its answer from those of others.
    let number: Int

    /// The lines that ExifTool reads: one argument each.
    var request: [UInt8] { Array("\(path)\n-execute\(number)\n".utf8) }

    /// The line behind the answer.
    var endOfAnswer: [UInt8] { Array("{ready\(number)}\n".utf8) }

    /// What ExifTool is started with: no configuration of the user's, arguments from standard input for as long as that
    /// is open, and for each file JSON with the tags below, every one of a name (`-a`), under the group in which it
    /// stands (`-G1`), as it stands there (`-n`).
    static let fixedArguments: [String] =
        ["-config", "", "-stay_open", "True", "-@", "-", "-common_args"]
        + ["-j", "-a", "-G1", "-n", "-m", "-charset", "UTF8", "-api", "LargeFileSupport=1"] + tags.map { "-\($0)" }

    /// By their names alone, because the groups differ by format.
    private static let tags = [
        "DateTimeOriginal", "SubSecTimeOriginal", "OffsetTimeOriginal", "CreateDate", "SubSecTimeDigitized",
        "OffsetTimeDigitized", "ModifyDate", "SubSecTime", "OffsetTime", "DateTimeDigitized", "DateCreated",
        "TimeCreated", "CreationTime", "CreationDate", "CreationDateValue", "ContentCreateDate", "TrackCreateDate",
        "MediaCreateDate", "Duration", "TimeZone", "AndroidTimeZone", "GPSDateTime", "GPSLatitude", "GPSLongitude",
        "ContentIdentifier",
    ]
}
