import FactoryCore
import TestSupport

/// What the manifest says that ought to be found in a photo or video, with a clock that keeps UTC where it has none.
struct ExpectedMetadata {
    let path: String
    let format: String
    let source: String
    /// "YYYY-MM-DD HH:MM:SS", or a day alone.
    let local: String
    /// Nil where the local time is not stated; empty where it is, without an offset.
    let offset: String?
    let instant: String?
    let place: (latitude: Double, longitude: Double)?

    /// Nil for what is no photo or video.
    ///
    /// - Parameter modified: the modification time, in seconds since 1970.
    init?(_ row: CorpusRow, modified: Int) {
        let mime = row["mime"]
        guard !row.captureSource.isEmpty, mime.hasPrefix("image/") || mime.hasPrefix("video/") || row.format == "PSD"
        else { return nil }
        (path, format, source) = (row.path, row.format, row.captureSource)
        let stated = Self.seconds(row["cap_local"])
        let utc = Self.seconds(row["cap_utc"])
        offset = stated.isEmpty ? nil : row["cap_offset"]
        instant = utc.isEmpty ? nil : utc
        let local = [stated, utc, Timestamp(seconds: modified).utc.sqlText].first { !$0.isEmpty } ?? ""
        self.local = row["cap_precision"] == "day" ? String(local.prefix(10)) : local
        if let latitude = Double(row["cap_lat"]), let longitude = Double(row["cap_lon"]) {
            place = (latitude, longitude)
        } else {
            place = nil
        }
    }

    /// Without decimals and a Z, and with a blank between day and clock.
    private static func seconds(_ text: String) -> String {
        String(text.prefix(19).map { $0 == "T" ? " " : $0 })
    }
}
