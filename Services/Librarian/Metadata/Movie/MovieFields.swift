import FactoryCore

/// What the container of a video says about when and where, as it has it.
struct MovieFields: Sendable, Hashable {
    /// Dates written as text, mostly local time with an offset: Apple's Keys, Sony's XML, ©day, H.264's MDPM, RIFF's
    /// IDIT and ICRD, …
    var texts: [CaptureSource: String] = [:]
    /// The header's times, which ought to be UTC: mvhd, tkhd, mdhd, Matroska's DateUTC, ASF's creation date. An absent
    /// (zero) time is left out.
    var headerTimes: [CaptureSource: Timestamp] = [:]
    /// In seconds.
    var duration: Double?
    /// How far the recorder's clock was ahead of UTC, from a tag of its own: com.samsung.android.utc_offset, Sony's
    /// TimeZone.
    var offset: UTCOffset?
    /// The satellites' time of the recording: GoPro's GPMF.
    var satelliteTime: Timestamp?
    /// Whether the recorder is known to write its local time where UTC belongs: GoPro.
    var headerTimesAreLocal = false
    /// Keys location.ISO6709, ©xyz, ilst, 3GPP loci.
    var place: GeoPoint?
}
