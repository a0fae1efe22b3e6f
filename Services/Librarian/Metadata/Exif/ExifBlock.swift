import CLibExif

/// An EXIF block as libexif has decoded it; owns libexif's memory.
///
/// libexif logs nothing unless it is given a log, and gets none.
struct ExifBlock: ~Copyable {
    private let data: UnsafeMutablePointer<ExifData>

    /// Decodes the TIFF structure that begins with its byte order; nil when memory is short. Garbage gives a block
    /// without entries.
    init?(tiff: ArraySlice<UInt8>) {
        guard let new = exif_data_new() else { return nil }
        data = new
        // By default libexif drops tags that it does not know and "repairs" the rest.
        exif_data_unset_option(data, EXIF_DATA_OPTION_IGNORE_UNKNOWN_TAGS)
        exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION)
        let block = Array("Exif\0\0".utf8) + tiff
        exif_data_load_data(data, block, UInt32(truncatingIfNeeded: block.count))
    }

    deinit {
        exif_data_unref(data)
    }

    var isEmpty: Bool {
        [TIFFDirectory.Role.main, .further, .exif, .gps].allSatisfy { content(of: $0)?.pointee.count ?? 0 == 0 }
    }

    /// The text of `tag` in the first of `directories` that has any, without what follows a NUL.
    func text(_ tag: ExifTagNumber, in directories: [TIFFDirectory.Role]) -> String? {
        for directory in directories {
            let bytes = bytes(tag, in: directory, longest: Self.longestText)
            let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            if !text.isEmpty { return text }
        }
        return nil
    }

    /// The first bytes of `tag` in a directory, as they are.
    func bytes(_ tag: ExifTagNumber, in directory: TIFFDirectory.Role, longest: Int) -> [UInt8] {
        guard let entry = entry(tag, in: directory), let start = entry.pointee.data else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: min(Int(entry.pointee.size), longest)))
    }

    /// The fractions of `tag` in the GPS directory, three at most; none when it is written as something else.
    func rationals(_ tag: ExifTagNumber) -> [ExifRational] {
        guard let entry = entry(tag, in: .gps), let start = entry.pointee.data else { return [] }
        let isRational = [EXIF_FORMAT_RATIONAL, EXIF_FORMAT_SRATIONAL].contains(entry.pointee.format)
        guard isRational else { return [] }
        let order = exif_data_get_byte_order(data)
        let count = min(Int(entry.pointee.components), Int(entry.pointee.size) / 8, 3)
        return (0..<count).map { index in
            let fraction = exif_get_rational(start + index * 8, order)
            return ExifRational(numerator: fraction.numerator, denominator: fraction.denominator)
        }
    }

    /// No date is longer, and what is longer is no date.
    private static let longestText = 64

    /// Nil for the directories that libexif does not follow.
    private func content(of directory: TIFFDirectory.Role) -> UnsafeMutablePointer<ExifContent>? {
        let all = data.pointee.ifd
        return switch directory {
        case .main: all.0
        case .further: all.1
        case .exif: all.2
        case .gps: all.3
        case .sub: nil
        }
    }

    private func entry(_ tag: ExifTagNumber, in directory: TIFFDirectory.Role) -> UnsafeMutablePointer<ExifEntry>? {
        guard let content = content(of: directory) else { return nil }
        return exif_content_get_entry(content, ExifTag(rawValue: tag.rawValue))
    }
}
