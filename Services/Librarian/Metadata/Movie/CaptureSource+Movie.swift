import FactoryCore

/// Where dates of videos are found, named as ExifTool names these tags.
extension CaptureSource {
    /// com.apple.quicktime.creationdate in the movie's keys: local time with an offset.
    static let keysCreationDate = CaptureSource(rawValue: "Keys:CreationDate")
    /// Sony's description of the recording.
    static let xmlCreationDate = CaptureSource(rawValue: "XML:CreationDateValue")
    /// ©day among the user data.
    static let userDataContentCreateDate = CaptureSource(rawValue: "UserData:ContentCreateDate")
    /// ©day as one of the movie's keys.
    static let keysContentCreateDate = CaptureSource(rawValue: "Keys:ContentCreateDate")
    /// ©day in the list of iTunes.
    static let itemListContentCreateDate = CaptureSource(rawValue: "ItemList:ContentCreateDate")
    /// "date" among the user data.
    static let userDataOriginal = CaptureSource(rawValue: "UserData:DateTimeOriginal")
    /// "date" in the list of iTunes.
    static let itemListOriginal = CaptureSource(rawValue: "ItemList:DateTimeOriginal")
    /// The camera's pack of metadata in a stream of H.264.
    static let h264Original = CaptureSource(rawValue: "H264:DateTimeOriginal")
    /// IDIT of an AVI.
    static let riffOriginal = CaptureSource(rawValue: "RIFF:DateTimeOriginal")
    /// ICRD of an AVI.
    static let riffCreated = CaptureSource(rawValue: "RIFF:DateCreated")
    /// The movie's header, mvhd.
    static let quickTimeCreate = CaptureSource(rawValue: "QuickTime:CreateDate")
    /// DateUTC of a Matroska segment.
    static let matroskaOriginal = CaptureSource(rawValue: "Matroska:DateTimeOriginal")
    /// The file properties of Windows Media.
    static let asfCreation = CaptureSource(rawValue: "ASF:CreationDate")

    /// The header of a track, tkhd; tracks count from 1.
    static func trackCreate(_ track: Int) -> CaptureSource {
        CaptureSource(rawValue: "Track\(track):TrackCreateDate")
    }

    /// The header of a track's media, mdhd; tracks count from 1.
    static func mediaCreate(_ track: Int) -> CaptureSource {
        CaptureSource(rawValue: "Track\(track):MediaCreateDate")
    }
}
