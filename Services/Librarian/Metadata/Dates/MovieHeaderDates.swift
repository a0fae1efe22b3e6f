import FactoryCore

/// What the times in a video's header mean. They ought to be UTC, of the beginning or the end of the recording; what
/// the recorder's wall clock showed has to be found elsewhere.
struct MovieHeaderDates {
    let movie: MovieFields
    /// What the file's name says.
    let name: FileNameDate?
    /// Bounds the future.
    let now: Timestamp

    /// Movie first, then tracks, then other containers.
    var candidates: [DateCandidate] {
        guard !movie.headerTimes.isEmpty else { return [] }
        var left = movie.headerTimes
        let known = Self.order.compactMap { source in left.removeValue(forKey: source).map { (source, $0) } }
        let others = left.sorted { $0.key.rawValue < $1.key.rawValue }
        return (known + others).map(candidate)
    }

    private func candidate(_ source: CaptureSource, _ time: Timestamp) -> DateCandidate {
        if isLocal(time) {
            return DateCandidate(source: source, text: time.utc.sqlText, meaning: .localWithTime)
        }
        if let offset = movie.offset {
            let local = time.local(offset: offset).sqlText
            return DateCandidate(
                source: source, text: local, meaning: .localWithTime, offsets: [offset.description])
        }
        if let name, name.kind == .local, let offset = offset(of: name.time, to: time) {
            return DateCandidate(
                source: source.confirmingFileName(), text: name.text, meaning: .localWithTime,
                offsets: [offset.description])
        }
        return DateCandidate(source: source, text: time.utc.sqlText, meaning: .instant)
    }

    /// Whether the recorder wrote its wall clock: GoPro's cameras do, and all whose time differs from that of the
    /// satellites by what a time zone can be.
    private func isLocal(_ time: Timestamp) -> Bool {
        if movie.headerTimesAreLocal { return true }
        guard let satelliteTime = movie.satelliteTime,
            let offset = OffsetInference.offset(local: time.utc, satelliteTime: satelliteTime)
        else { return false }
        return offset != .utc
    }

    /// How far the name's wall clock is ahead of UTC, if `time` is UTC of the same recording's beginning or end: then
    /// the two differ by a quarter of an hour or a multiple of it, to two minutes.
    private func offset(of local: CivilTime, to time: Timestamp) -> UTCOffset? {
        guard (try? DateText(time.utc.sqlText, now: now)) != nil else { return nil }
        let difference = local.seconds(since: time.utc)
        let duration = movie.duration.map { $0.isFinite ? Int(min(max($0, 0), 6 * 3600)) : 0 } ?? 0
        return [difference, difference + duration].lazy.compactMap { seconds -> UTCOffset? in
            let quarters = Int((Double(seconds) / 900).rounded())
            guard abs(seconds - quarters * 900) <= 120, (-12 * 4...14 * 4).contains(quarters) else { return nil }
            return UTCOffset(minutes: quarters * 15)
        }.first
    }

    private static let order = [
        "QuickTime:CreateDate", "Track1:TrackCreateDate", "Track1:MediaCreateDate", "Track2:TrackCreateDate",
        "Track2:MediaCreateDate", "Matroska:DateTimeOriginal", "ASF:CreationDate",
    ].map(CaptureSource.init(rawValue:))
}
