/// Writes the EXIF block of a sample photo: a TIFF header and up to three directories.
struct SampleExif {
    let photo: SamplePhoto

    /// Nil when the photo has nothing to say.
    func bytes() -> [UInt8]? {
        let details = ExifDirectory(entries: detailEntries())
        let place = ExifDirectory(entries: placeEntries())
        guard !details.entries.isEmpty || !place.entries.isEmpty else { return nil }
        return layout(details, place)
    }

    /// The header (byte order, 42, offset of the first directory) takes eight bytes; then IFD0, Exif IFD, GPS IFD.
    private func layout(_ details: ExifDirectory, _ place: ExifDirectory) -> [UInt8] {
        let order = photo.byteOrder
        let mark: [UInt8] = Array((order == .little ? "II" : "MM").utf8)
        let header = mark + order.bytes(of: UInt16(42)) + order.bytes(of: UInt32(8))
        let present = [(UInt16(0x8769), details), (UInt16(0x8825), place)].filter { !$0.1.entries.isEmpty }
        let root = ExifDirectory(entries: present.map { .offset($0.0, 0, order) })
        var start = 8 + root.size
        var pointers: [ExifEntry] = []
        var bodies: [UInt8] = []
        for (tag, directory) in present {
            pointers.append(.offset(tag, start, order))
            bodies += directory.bytes(at: start, order)
            start += directory.size
        }
        return header + ExifDirectory(entries: pointers).bytes(at: 8, order) + bodies
    }

    /// ExifVersion, then DateTimeOriginal, OffsetTimeOriginal, SubSecTimeOriginal: entries stand in the tags' order.
    private func detailEntries() -> [ExifEntry] {
        let texts = [(UInt16(0x9003), photo.taken), (0x9011, photo.offset), (0x9291, photo.subSeconds)]
        let entries = texts.compactMap { tag, text in text.map { ExifEntry.text(tag, $0) } }
        return entries.isEmpty ? [] : [.plain(0x9000, "0232")] + entries
    }

    /// GPSLatitudeRef, GPSLatitude, GPSLongitudeRef, GPSLongitude.
    private func placeEntries() -> [ExifEntry] {
        guard let position = photo.position else { return [] }
        return [
            .text(1, position.latitude < 0 ? "S" : "N"),
            .angle(2, position.latitude, photo.byteOrder),
            .text(3, position.longitude < 0 ? "W" : "E"),
            .angle(4, position.longitude, photo.byteOrder),
        ]
    }
}
