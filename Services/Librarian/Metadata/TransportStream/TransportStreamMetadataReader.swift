import FactoryCore

/// Reads the date of an AVCHD recording, which stands with the first picture and again with later ones.
enum TransportStreamMetadataReader {
    /// The first picture is mostly among the first; with others the tables and the sound come before it.
    private static let lengths = [1 << 17, 1 << 20]

    static func read(_ source: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        var bytes: [UInt8] = []
        for length in lengths where bytes.count < source.size {
            bytes += try source.read(at: bytes.count, count: length - bytes.count)
            let stream = TransportPackets.videoPayload(in: bytes)
            guard let packs = SupplementalInformation.userData(ModifiedDVPack.id, in: stream) else { continue }
            metadata.movie.texts[.h264Original] = ModifiedDVPack.date(in: packs)
            break
        }
        return metadata
    }
}
