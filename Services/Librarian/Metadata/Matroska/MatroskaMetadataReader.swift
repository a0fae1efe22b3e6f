import FactoryCore

/// Reads what a Matroska or WebM segment says of itself (RFC 9559), and never its clusters.
enum MatroskaMetadataReader {
    static func read(_ file: some ByteSource) throws(ByteSourceError) -> EmbeddedMetadata {
        let source = BlockByteSource(file)
        var metadata = EmbeddedMetadata()
        guard let segment = try segment(in: source), let info = try info(of: segment, in: source) else {
            return metadata
        }
        var scale: UInt64 = 1_000_000
        var ticks: Double?
        for element in try source.elements(in: info) {
            guard let bits = try source.bits(of: element) else { continue }
            switch element.id {
            case MatroskaID.dateUTC: metadata.movie.headerTimes[.matroskaOriginal] = time(Int64(bitPattern: bits))
            case MatroskaID.timestampScale: scale = bits
            case MatroskaID.duration: ticks = element.size == 4 ? single(bits) : Double(bitPattern: bits)
            default: break
            }
        }
        if let ticks, ticks.isFinite, ticks > 0 { metadata.movie.duration = ticks * Double(scale) / 1e9 }
        return metadata
    }

    /// The first segment, behind EBML's header and what else may stand there.
    static func segment(in source: some ByteSource) throws(ByteSourceError) -> EBMLElement? {
        var position = 0
        for _ in 0..<16 {
            guard let element = try EBMLElement(in: source, at: position) else { return nil }
            guard element.id != MatroskaID.segment, let end = element.end else {
                return element.id == MatroskaID.segment ? element : nil
            }
            position = end
        }
        return nil
    }

    /// The information lies before the first cluster, or a list of places says where behind them it lies. Where
    /// neither is so, the first clusters are passed over.
    private static func info(
        of segment: EBMLElement, in source: some ByteSource
    ) throws(ByteSourceError) -> EBMLElement? {
        var position = segment.start
        for _ in 0..<1024 {
            guard position < segment.end ?? .max, let element = try EBMLElement(in: source, at: position) else { break }
            if element.id == MatroskaID.info { return element }
            if element.id == MatroskaID.seekHead, let info = try info(announcedBy: element, of: segment, in: source) {
                return info
            }
            guard let end = element.end else { break }
            position = end
        }
        return nil
    }

    private static func info(
        announcedBy list: EBMLElement, of segment: EBMLElement, in source: some ByteSource
    ) throws(ByteSourceError) -> EBMLElement? {
        for entry in try source.elements(in: list, most: 64) where entry.id == MatroskaID.seek {
            let fields = try source.elements(in: entry, most: 8)
            guard let id = fields.first(where: { $0.id == MatroskaID.seekID }),
                let place = fields.first(where: { $0.id == MatroskaID.seekPosition }),
                try source.bits(of: id) == UInt64(MatroskaID.info), let offset = try source.bits(of: place)
            else { continue }
            let (position, tooFar) = segment.start.addingReportingOverflow(Int(clamping: offset))
            guard !tooFar, let element = try EBMLElement(in: source, at: position), element.id == MatroskaID.info else {
                continue
            }
            return element
        }
        return nil
    }

    /// From nanoseconds since 2001-01-01; nil for zero, by which a writer says that it knows no date.
    private static func time(_ nanoseconds: Int64) -> Timestamp? {
        nanoseconds == 0 ? nil : Timestamp(microseconds: 978_307_200_000_000 + nanoseconds / 1000)
    }

    private static func single(_ bits: UInt64) -> Double {
        Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    }
}
