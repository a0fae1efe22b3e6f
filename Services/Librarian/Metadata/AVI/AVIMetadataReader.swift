import FactoryCore

/// Reads the metadata of an AVI: the headers' lists, never the list `movi` with the media data.
enum AVIMetadataReader {
    static func read(_ file: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        let source = BlockByteSource(file)
        var metadata = EmbeddedMetadata()
        // Long videos go on in further RIFF lists, whose headers say nothing new.
        for whole in try source.chunks(in: 0..<source.size, most: 1) where whole.isList {
            for chunk in try source.chunks(in: whole.contents) {
                try read(chunk, in: source, into: &metadata)
            }
        }
        return metadata
    }

    private static func read(
        _ chunk: AVIChunk, in source: some ByteSource, into metadata: inout EmbeddedMetadata
    ) throws(ByteSourceError) {
        switch chunk.type {
        case "hdrl", "strl", "INFO":
            guard chunk.isList else { return }
            for part in try source.chunks(in: chunk.contents) {
                try read(part, of: chunk, in: source, into: &metadata)
            }
        default: try read(part: chunk, in: source, into: &metadata)
        }
    }

    /// A stream's list lies in that of the headers; no list lies deeper.
    private static func read(
        _ part: AVIChunk, of list: AVIChunk, in source: some ByteSource, into metadata: inout EmbeddedMetadata
    ) throws(ByteSourceError) {
        guard part.isList, list.type == "hdrl", part.type == "strl" else {
            return try read(part: part, in: source, into: &metadata)
        }
        for chunk in try source.chunks(in: part.contents) {
            try read(part: chunk, in: source, into: &metadata)
        }
    }

    private static func read(
        part: AVIChunk, in source: some ByteSource, into metadata: inout EmbeddedMetadata
    ) throws(ByteSourceError) {
        switch part.type {
        case "IDIT": try keep(.riffOriginal, part, in: source, into: &metadata)
        case "ICRD": try keep(.riffCreated, part, in: source, into: &metadata)
        // Kodak: as text, or as two halves of a count.
        case "DTIM": try keep(.riffOriginal, part, in: source, into: &metadata)
        case "avih":
            let header = try source.read(at: part.contents.lowerBound, count: min(part.contents.count, 20))
            metadata.movie.duration = duration(header)
        case "strd":
            let data = try source.read(at: part.contents.lowerBound, count: min(part.contents.count, 1 << 20))
            guard data.holds("AVIF".utf8), data.count > 8 else { return }
            guard let tiff = TIFFDirectoryPointer.structure(fromDirectory: Array(data[8...]), .little) else { return }
            metadata.take(exif: tiff[...])
        default: break
        }
    }

    private static func keep(
        _ tag: CaptureSource, _ chunk: AVIChunk, in source: some ByteSource, into metadata: inout EmbeddedMetadata
    ) throws(ByteSourceError) {
        let bytes = try source.read(at: chunk.contents.lowerBound, count: min(chunk.contents.count, 64))
        guard metadata.movie.texts[tag] == nil, let text = MovieText.plain(bytes) else { return }
        metadata.movie.texts[tag] = RIFFDate.normalized(text)
    }

    /// Of `avih`: microseconds a frame, and how many frames there are.
    private static func duration(_ header: [UInt8]) -> Double? {
        guard let frame = header.integer(UInt32.self, at: 0, .little),
            let count = header.integer(UInt32.self, at: 16, .little), frame > 0, count > 0
        else { return nil }
        return Double(frame) * Double(count) / 1_000_000
    }
}
