/// Reads TIFF files and the raw formats that are TIFF: DNG, CR2, NEF, ARW, PEF, SRW, ORF, RW2, IIQ and others.
enum TIFFMetadataReader {
    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        guard let structure = try TIFFStructure(source) else {
            metadata.note("The header of the TIFF is damaged.")
            metadata.needsFallback = true
            return metadata
        }
        metadata.needsFallback = structure.directories.isEmpty
        metadata.exif = try ExifFields(structure)
        metadata.contentIdentifier = try structure.appleContentIdentifier()
        metadata.take(xmp: try structure.block(TIFFTag.xmp, longest: XMLDocument.longest))
        metadata.take(iptc: try structure.block(TIFFTag.iptc, longest: longestRecords))
        let resources = try structure.block(TIFFTag.photoshop, longest: EmbeddedMetadata.longestBlock)
        try metadata.take(photoshop: ByteArraySource(resources))
        try takePanasonicJPEG(of: structure, into: &metadata)
        if let missing = structure.missing.first {
            metadata.note("The TIFF has no directory at byte \(missing), where one ought to be.")
        }
        return metadata
    }

    /// In bytes; IPTC's longest text has 2000.
    private static let longestRecords = 1 << 20

    private static func takePanasonicJPEG(
        of structure: TIFFStructure<some ByteSource>, into metadata: inout EmbeddedMetadata
    ) throws(ByteSourceError) {
        guard let entry = structure.directories.first?.entry(TIFFTag.panasonicJPEG), entry.size > 4,
            entry.position < structure.source.size
        else { return }
        let end = entry.position + min(entry.size, structure.source.size - entry.position)
        let picture = WindowByteSource(structure.source, entry.position..<end)
        guard try picture.read(at: 0, count: 2) == [0xFF, JPEGMarker.startOfImage] else { return }
        metadata.fillGaps(from: try JPEGMetadataReader.read(picture))
    }
}
