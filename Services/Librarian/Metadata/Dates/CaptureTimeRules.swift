import FactoryCore

/// Decides which of the dates that a file offers is that of its capture.
struct CaptureTimeRules {
    /// Bounds the future.
    let now: Timestamp
    /// Shows what a clock on the wall showed at an instant.
    let clock: CaptureClock
    /// The satellites' time in the same file, if it is believable.
    let satelliteTime: Timestamp?

    /// - Parameter satelliteTimes: as the file has them, UTC; the first that can be believed counts.
    init(now: Timestamp, clock: CaptureClock, satelliteTimes: [String]) {
        self.now = now
        self.clock = clock
        satelliteTime = SatelliteTime.first(of: satelliteTimes, now: now)
    }

    /// The first of `candidates` that can be believed, else the first of the others, else the time at which the file was
    /// `modified`, with all that were refused before.
    ///
    /// - Parameter others: put together only when they are asked for, which saves a twentieth of a photo's instructions.
    func captureTime(
        of candidates: [DateCandidate], else others: () -> [DateCandidate] = { [] }, modified: Timestamp
    ) -> CaptureTime {
        var rejected: [RejectedDate] = []
        return believed(of: candidates, &rejected) ?? believed(of: others(), &rejected)
            ?? captureTime(at: modified, source: .fileModified, rejected: rejected)
    }

    private func believed(of candidates: [DateCandidate], _ rejected: inout [RejectedDate]) -> CaptureTime? {
        for candidate in candidates {
            do throws(DateRefusal) {
                return try captureTime(of: candidate, rejected: rejected)
            } catch {
                rejected.append(
                    RejectedDate(source: candidate.source, text: candidate.text, reason: error.description))
            }
        }
        return nil
    }

    private func captureTime(
        of candidate: DateCandidate, rejected: [RejectedDate]
    ) throws(DateRefusal) -> CaptureTime {
        let date = try DateText(candidate.text, now: now)
        guard date.hasTimeOfDay else {
            guard candidate.meaning == .local else { throw .withoutTimeOfDay }
            return CaptureTime(
                local: date.local, offset: nil, instant: nil, precision: .day, source: candidate.source,
                rejected: rejected)
        }
        let written = Self.local(date.local, subSeconds: candidate.subSeconds)
        if candidate.meaning == .instant || candidate.zuluIsInstant && date.isZulu {
            let instant = Timestamp(local: written, offset: date.offset ?? .utc)
            return captureTime(at: instant, source: candidate.source, rejected: rejected)
        }
        if candidate.needsOffset, date.offset == nil { throw .withoutOffset }
        let offset = try offset(of: date, candidate)
        return CaptureTime(
            local: written, offset: offset, instant: offset.map { Timestamp(local: written, offset: $0) },
            precision: .second, source: candidate.source, rejected: rejected)
    }

    /// The text's own offset, else that of the first tag which has one, else that of another date with the same local
    /// time, else what the satellites' time tells.
    private func offset(of date: DateText, _ candidate: DateCandidate) throws(DateRefusal) -> UTCOffset? {
        let inferred = satelliteTime.flatMap { OffsetInference.offset(local: date.local, satelliteTime: $0) }
        if candidate.meaning == .localNearSatelliteTime {
            guard let inferred else { throw .unlikeSatelliteTime }
            return inferred
        }
        return date.offset ?? candidate.offsets.lazy.compactMap(UTCOffset.init(tagText:)).first
            ?? candidate.twins.lazy.compactMap { offset(ofTwin: $0, to: date) }.first ?? inferred
    }

    private func offset(ofTwin text: String, to date: DateText) -> UTCOffset? {
        guard let twin = try? DateText(text, now: now), twin.hasTimeOfDay,
            twin.local.seconds(since: date.local) == 0
        else { return nil }
        return twin.offset
    }

    private func captureTime(at instant: Timestamp, source: CaptureSource, rejected: [RejectedDate]) -> CaptureTime {
        let (local, offset) = clock.reading(at: instant)
        return CaptureTime(
            local: local, offset: offset, instant: instant, precision: .second, source: source, rejected: rejected)
    }

    /// Decimals from a tag of their own take the place of those in the text.
    private static func local(_ local: CivilTime, subSeconds: String?) -> CivilTime {
        guard let subSeconds else { return local }
        var cursor = ASCIICursor(subSeconds)
        cursor.skip(anyOf: " \0")
        guard let microsecond = cursor.fractionAsMicroseconds() else { return local }
        cursor.skip(anyOf: " \0")
        guard cursor.isAtEnd else { return local }
        return CivilTime(
            day: local.day, hour: local.hour, minute: local.minute, second: local.second, microsecond: microsecond)
            ?? local
    }
}

extension UTCOffset {
    /// From a tag that holds an offset alone, with blanks around it.
    fileprivate init?(tagText: String) {
        var cursor = ASCIICursor(tagText)
        cursor.skip(anyOf: " \0")
        guard let offset = Written(readingFrom: &cursor)?.offset else { return nil }
        cursor.skip(anyOf: " \0")
        guard cursor.isAtEnd else { return nil }
        self = offset
    }
}
