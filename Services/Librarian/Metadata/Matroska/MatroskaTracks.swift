/// What Matroska says of its tracks (RFC 9559, section 5.1.4), as far as a file's beginning holds it.
enum MatroskaTracks {
    /// Whether there are tracks and all of them are known to be sound. False where the list of tracks lies elsewhere or
    /// is cut: a video is not to be taken for sound.
    static func areSoundAlone(in head: [UInt8]) -> Bool {
        let source = ByteArraySource(head)
        guard let list = try? list(in: source), let end = list.end, end <= head.count,
            let elements = try? source.elements(in: list)
        else { return false }
        let tracks = elements.filter { $0.id == MatroskaID.trackEntry }
        return !tracks.isEmpty && tracks.allSatisfy { (try? type(of: $0, in: source)) == sound }
    }

    private static let sound: UInt64 = 2

    private static func list(in source: ByteArraySource) throws(ByteSourceError) -> EBMLElement? {
        guard let segment = try MatroskaMetadataReader.segment(in: source) else { return nil }
        var position = segment.start
        for _ in 0..<64 {
            guard let element = try EBMLElement(in: source, at: position) else { return nil }
            if element.id == MatroskaID.tracks { return element }
            guard let end = element.end else { return nil }
            position = end
        }
        return nil
    }

    private static func type(of track: EBMLElement, in source: ByteArraySource) throws(ByteSourceError) -> UInt64? {
        guard let type = try source.elements(in: track).first(where: { $0.id == MatroskaID.trackType }) else {
            return nil
        }
        return try source.bits(of: type)
    }
}
