import FactoryCore

extension MovieFields {
    /// What ExifTool's tags say.
    init(_ tags: ExifToolTags) {
        self.init()
        for source in CaptureSource.exifToolMovieSources { texts[source] = tags.text(source.rawValue) }
        for source in CaptureSource.exifToolInstants { headerTimes[source] = tags.instant(source.rawValue) }
        duration = tags.number("QuickTime:Duration")
        offset =
            tags.text("Keys:AndroidTimeZone").flatMap { UTCOffset($0) }
            ?? tags.number("QuickTime:TimeZone").flatMap { Int(exactly: $0) }.flatMap { UTCOffset(minutes: $0) }
    }
}

extension ExifToolTags {
    /// "YYYY:MM:DD HH:MM:SS" in UTC, perhaps with a Z or, where ExifTool converts to the zone that it runs in, which is
    /// UTC too, "+00:00". Nil for the zeros that stand for an absent time.
    fileprivate func instant(_ name: String) -> Timestamp? {
        guard let parts = text(name)?.split(separator: " "), parts.count == 2 else { return nil }
        let suffix = ["Z", "+00:00"].first { parts[1].hasSuffix($0) } ?? ""
        let clock = parts[1].dropLast(suffix.count)
        return Timestamp(sqlText: "\(parts[0].split(separator: ":").joined(separator: "-")) \(clock)")
    }
}
