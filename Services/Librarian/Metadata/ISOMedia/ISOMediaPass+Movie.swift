extension ISOMediaPass {
    /// More tracks than any recorder writes.
    private static var mostTracks: Int { 64 }

    mutating func readMovie(_ movie: ISOBox) throws(ByteSourceError) {
        for box in try source.boxes(in: movie.contents) {
            switch box.type {
            case "mvhd":
                let header = MovieHeader(try source.contents(of: box, most: 128))
                metadata.movie.headerTimes[.quickTimeCreate] = header.created
                metadata.movie.duration = header.duration
            case "trak":
                trackCount += 1
                if trackCount <= Self.mostTracks { try readTrack(box) }
            case "udta": try readUserData(box)
            case "meta": try readMeta(box, in: .movie)
            case "uuid": try readUUID(box)
            default: break
            }
        }
    }

    private mutating func readTrack(_ track: ISOBox) throws(ByteSourceError) {
        let number = trackCount
        for box in try source.boxes(in: track.contents, most: 64) {
            switch box.type {
            case "tkhd" where number <= 2:
                let header = MovieHeader(try source.contents(of: box, most: 128))
                metadata.movie.headerTimes[.trackCreate(number)] = header.created
            case "mdia": try readMedia(box, track: number)
            case "uuid": try readUUID(box)
            default: break
            }
        }
    }

    private mutating func readMedia(_ media: ISOBox, track: Int) throws(ByteSourceError) {
        let boxes = try source.boxes(in: media.contents, most: 64)
        for box in boxes {
            switch box.type {
            case "mdhd" where track <= 2:
                let header = MovieHeader(try source.contents(of: box, most: 128))
                metadata.movie.headerTimes[.mediaCreate(track)] = header.created
            case "hdlr":
                let handler = try source.contents(of: box, most: 128)
                // Version, flags, and five numbers come before the name.
                if GoPro.isNamed(in: handler.dropFirst(24)) { metadata.movie.headerTimesAreLocal = true }
            case "minf": try readMediaInformation(box)
            default: break
            }
        }
    }

    private mutating func readMediaInformation(_ information: ISOBox) throws(ByteSourceError) {
        for box in try source.boxes(in: information.contents, most: 64) where box.type == "stbl" {
            guard let range = try MovieSampleTable(of: box, in: source)?.firstSample(ofFormat: "gpmd") else { continue }
            let end = min(range.count, 1 << 18)
            metadata.movie.headerTimesAreLocal = true
            readTelemetry(try source.read(at: range.lowerBound, count: end))
        }
    }

    /// GoPro's telemetry.
    mutating func readTelemetry(_ bytes: [UInt8]) {
        metadata.movie.satelliteTime = metadata.movie.satelliteTime ?? GoProTelemetry.satelliteTime(in: bytes)
    }
}
