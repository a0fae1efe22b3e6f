import FactoryCore

/// The time that a receiver of satellites wrote into a file: UTC, and right to seconds when it is there at all.
enum SatelliteTime {
    /// What the file offers as such, the most trusted first, as text.
    static func texts(_ embedded: EmbeddedMetadata) -> [String] {
        [embedded.exif.satelliteTime, embedded.xmp.satelliteTime, embedded.movie.satelliteTime?.utc.sqlText]
            .compactMap { $0 }
    }

    /// The first of `texts` that is a believable instant.
    static func first(of texts: [String], now: Timestamp) -> Timestamp? {
        texts.lazy.compactMap { text in
            guard let date = try? DateText(text, now: now), date.hasTimeOfDay else { return nil }
            return date.instant
        }.first
    }
}

extension DateText {
    /// The text read as UTC, unless it has an offset of its own.
    var instant: Timestamp {
        Timestamp(local: local, offset: offset ?? .utc)
    }
}
