/// Reads the metadata of files that are built of ISO base media boxes: HEIF and AVIF, CR3, JPEG XL, JPEG 2000, and the
/// videos of the QuickTime family. What a box says counts wherever it is found, because brands are often wrong.
enum ISOMediaMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var pass = ISOMediaPass(source)
        try pass.readFile()
        return pass.result
    }
}
