import FactoryCore

/// How a photo or video is written, as its content tells. The raw value is the name that people know it by.
enum MediaFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case jpeg = "JPEG"
    case png = "PNG"
    case gif = "GIF"
    case webp = "WebP"
    case heic = "HEIC"
    case heif = "HEIF"
    case avif = "AVIF"
    case jxl = "JPEG XL"
    case jp2 = "JPEG 2000"
    case jxr = "JPEG XR"
    case bmp = "BMP"
    case psd = "Photoshop"
    case exr = "OpenEXR"
    /// TIFF and the many raw formats that keep its signature: DNG, NEF, ARW, PEF, SRW, IIQ, …
    case tiff = "TIFF"
    case cr2 = "Canon CR2"
    case cr3 = "Canon CR3"
    case crw = "Canon CRW"
    case rw2 = "Panasonic RW2"
    case orf = "Olympus ORF"
    case raf = "Fujifilm RAF"
    case mrw = "Minolta MRW"
    case x3f = "Sigma X3F"
    /// The metadata of a photo, exported by Exiv2 in the manner of a JPEG.
    case exv = "Exiv2 metadata"

    case mov = "QuickTime"
    case mp4 = "MP4"
    case threeGP = "3GP"
    case matroska = "Matroska"
    case webm = "WebM"
    case avi = "AVI"
    case asf = "Windows Media"
    case mpegTS = "MPEG transport stream"
    case mpegPS = "MPEG program stream"
    case flv = "Flash Video"
    case ogv = "Ogg video"
    case dv = "DV"
    case realMedia = "RealMedia"

    var kind: MediaKind {
        switch self {
        case .jpeg, .png, .gif, .webp, .heic, .heif, .avif, .jxl, .jp2, .jxr, .bmp, .psd, .exr, .tiff, .cr2, .cr3, .crw,
            .rw2, .orf, .raf, .mrw, .x3f, .exv:
            .photo
        case .mov, .mp4, .threeGP, .matroska, .webm, .avi, .asf, .mpegTS, .mpegPS, .flv, .ogv, .dv, .realMedia:
            .video
        }
    }
}
