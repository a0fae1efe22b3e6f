/// When a photo or video was taken, and how that is known.
public struct CaptureTime: Sendable, Hashable, Codable {
    /// The wall clock at the place where it was taken; its day names the folder.
    public let local: CivilTime
    /// How far that clock was ahead of UTC, where it is known.
    public let offset: UTCOffset?
    /// The same moment in UTC, where it is known.
    public let instant: Timestamp?
    /// How much of `local` the file states.
    public let precision: DatePrecision
    /// Where the date was found.
    public let source: CaptureSource
    /// Better sources that were looked at before, and why they were not believed.
    public let rejected: [RejectedDate]

    public init(
        local: CivilTime, offset: UTCOffset?, instant: Timestamp?, precision: DatePrecision, source: CaptureSource,
        rejected: [RejectedDate] = []
    ) {
        self.local = local
        self.offset = offset
        self.instant = instant
        self.precision = precision
        self.source = source
        self.rejected = rejected
    }
}
