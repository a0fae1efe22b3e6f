import FactoryCore

/// The dates that only containers have, all named as ExifTool names them.
extension CaptureSource {
    /// OpenEXR's capDate.
    static let openEXROriginal = CaptureSource(rawValue: "OpenEXR:DateTimeOriginal")
    /// The property TIME of Sigma's older cameras, which have no EXIF.
    static let sigmaOriginal = CaptureSource(rawValue: "SigmaRaw:DateTimeOriginal")
    /// The recording time among a DV tape's pictures.
    static let dvOriginal = CaptureSource(rawValue: "DV:DateTimeOriginal")
    /// The date of a Flash video's description.
    static let flashCreate = CaptureSource(rawValue: "Flash:CreateDate")
    /// "Creation Date" of RealMedia.
    static let realCreate = CaptureSource(rawValue: "Real-MDPR:CreateDate")

    static let exifToolStillSources: [CaptureSource] = [.openEXROriginal, .sigmaOriginal]
    static let exifToolMovieSources: [CaptureSource] = [
        .keysCreationDate, .xmlCreationDate, .userDataContentCreateDate, .keysContentCreateDate,
        .itemListContentCreateDate, .userDataOriginal, .itemListOriginal, .h264Original, .riffOriginal, .riffCreated,
        .dvOriginal, .flashCreate, .realCreate,
    ]
    static let exifToolInstants: [CaptureSource] = [
        .quickTimeCreate, .trackCreate(1), .mediaCreate(1), .trackCreate(2), .mediaCreate(2), .matroskaOriginal,
        .asfCreation,
    ]
}
