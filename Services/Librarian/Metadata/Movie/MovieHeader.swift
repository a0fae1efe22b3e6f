import FactoryCore

/// The contents of `mvhd`, `tkhd` and `mdhd`, which begin alike (ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2).
struct MovieHeader: Hashable {
    /// Nil for zero, by which a writer says that it knows none.
    let created: Timestamp?
    /// In seconds; nil where none is written, as in files of fragments. Not to be asked of `tkhd`.
    let duration: Double?

    init(_ contents: [UInt8]) {
        var cursor = ByteCursor(contents)
        let width = cursor.number(1) == 1 ? 8 : 4
        _ = cursor.take(3)
        created = cursor.unsigned(width).flatMap(Self.time)
        _ = cursor.take(width)
        guard let scale = cursor.unsigned(4), scale > 0, let length = cursor.unsigned(width), length > 0,
            length != (width == 8 ? UInt64.max : UInt64(UInt32.max))
        else {
            duration = nil
            return
        }
        duration = Double(length) / Double(scale)
    }

    /// From 1904-01-01 to 1970-01-01.
    private static let secondsTo1970: UInt64 = 2_082_844_800

    /// The standard counts the seconds from 1904. Writers that count from 1970 are known by dates before 1970, when
    /// there was no such video.
    private static func time(_ seconds: UInt64) -> Timestamp? {
        let since1970 = seconds >= secondsTo1970 ? seconds - secondsTo1970 : seconds
        return since1970 == 0 ? nil : Timestamp(seconds: Int(clamping: since1970))
    }
}
