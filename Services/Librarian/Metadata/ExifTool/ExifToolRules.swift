/// Which files ExifTool is asked about.
enum ExifToolRules {
    /// - Parameter embedded: what our own readers found. For what they can read nobody else is asked.
    static func isNeeded(for format: MediaFormat, _ embedded: EmbeddedMetadata) -> Bool {
        if embedded.needsFallback { return true }
        return switch format {
        case .exr, .mpegPS, .flv, .ogv, .dv, .realMedia: true
        case .crw, .x3f: embedded.exif.original.text == nil && embedded.exif.digitized.text == nil
        case .mpegTS: embedded.movie.texts.isEmpty
        // A BMP has no metadata.
        case .bmp, .jpeg, .png, .gif, .webp, .heic, .heif, .avif, .jxl, .jp2, .jxr, .psd, .tiff, .cr2, .cr3, .rw2, .orf,
            .raf, .mrw, .exv, .mov, .mp4, .threeGP, .matroska, .webm, .avi, .asf:
            false
        }
    }
}
