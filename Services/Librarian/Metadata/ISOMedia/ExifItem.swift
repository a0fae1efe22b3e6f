/// The contents of an item or box "Exif" (ISO/IEC 23008-12, A.2.1; ISO/IEC 18181-2, 9.3).
enum ExifItem {
    /// The TIFF structure: behind four bytes that tell how many more to skip. Some writers leave these out, others do
    /// not count the "Exif" and two zeros that they put before it. Nil where no TIFF structure begins at any of these.
    static func tiff(in contents: [UInt8]) -> ArraySlice<UInt8>? {
        let stated = contents.integer(UInt32.self, at: 0, .big).map { Int($0) + 4 } ?? 4
        let start = [stated, stated + 6, 4, 10, 0, 6].first { isTIFF(contents, at: $0) }
        return start.map { contents[$0...] }
    }

    private static func isTIFF(_ contents: [UInt8], at offset: Int) -> Bool {
        contents.holds([0x49, 0x49, 42, 0], at: offset) || contents.holds([0x4D, 0x4D, 0, 42], at: offset)
    }
}
